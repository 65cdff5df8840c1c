import { setImmediate as nextTurnOfTheEventLoop } from "node:timers/promises";
import type { States } from "../states/states.ts";
import { type Activity, settleTimeout } from "./activity.ts";

/**
 * Resolves when nothing is under way any more: no request, invocation, stream record, delivery or task. Every write wakes
 * its stream at once and every hand-over begins before the piece before it ends, so an idle moment is a settled system;
 * no sentinel has to travel through the stream. Rejects after two real minutes, naming what hangs.
 */
export async function settle(activity: Activity, states: States): Promise<void> {
  const deadline = Date.now() + settleTimeout;
  do {
    await activity.idle(Math.max(0, deadline - Date.now()));
    while (states.inFlight() > 0 && activity.count() === 0) {
      if (Date.now() > deadline) throw new Error(`${states.inFlight()} calls of executions are still under way`);
      await nextTurnOfTheEventLoop();
    }
  } while (activity.count() > 0);
}
