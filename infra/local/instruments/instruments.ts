import { createFaults, type Faults } from "../faults.ts";
import { type Activity, createActivity } from "../time/activity.ts";
import { type Clock, createClock } from "../time/clock.ts";
import { createLogs, type Logs } from "./logs.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import { createUsage, type Usage } from "./usage.ts";

/** What every emulated service shares: the clock, and the instruments people read through `/_local`. */
export interface Instruments {
  readonly clock: Clock;
  readonly activity: Activity;
  readonly usage: Usage;
  readonly faults: Faults;
  readonly outbox: Outbox;
  readonly logs: Logs;
}

/** `print`: functions' output goes to standard error as well. */
export function createInstruments(print: boolean): Instruments {
  const clock = createClock();
  return {
    clock,
    activity: createActivity(),
    usage: createUsage(),
    faults: createFaults(),
    outbox: createOutbox(clock.now),
    logs: createLogs(print),
  };
}
