import { randomUUID } from "node:crypto";
import type { Clock, Timer } from "../time/clock.ts";
import type { Functions } from "./functions.ts";
import type { FunctionError } from "./messages.ts";

/** Invocations nobody waits for: from topics and schedules. */
export interface AsyncInvocations {
  /** `event`: JSON text. Returns at once; a failing one is repeated and then goes to the function's failure destination. */
  readonly invoke: (name: string, event: string) => void;
  /** Forgets the repeats still to come. */
  readonly clear: () => void;
}

/** A failed asynchronous invocation, as its destination gets it. */
export interface FailedInvocation {
  readonly requestId: string;
  readonly functionArn: string;
  readonly event: string;
  readonly error: FunctionError;
  readonly attempts: number;
}

interface Options {
  readonly functions: Functions;
  readonly clock: Clock;
  readonly onFailure: (destination: string, failed: FailedInvocation) => void;
}

/** Ms before the first and the second retry, as AWS waits; they pass in virtual time. */
const delays = [60_000, 120_000];

export function createAsyncInvocations({ functions, clock, onFailure }: Options): AsyncInvocations {
  const repeats = new Set<Timer>();

  const repeatAt = (due: number, run: () => void): void => {
    const timer = clock.schedule(due, () => {
      repeats.delete(timer);
      run();
    });
    repeats.add(timer);
  };

  const attempt = async (name: string, event: string, requestId: string, attempts: number): Promise<void> => {
    const { retries, onFailure: destination, arn } = functions.find(name);
    const reply = await functions.invoke(name, event);
    if ("payload" in reply) return;
    const delay = attempts <= retries ? delays[attempts - 1] : undefined;
    if (delay !== undefined) {
      repeatAt(clock.now() + delay, () => void attempt(name, event, requestId, attempts + 1));
    } else if (destination !== undefined) {
      onFailure(destination, { requestId, functionArn: arn, event, error: reply.error, attempts });
    }
  };
  return {
    invoke: (name, event) => void attempt(name, event, randomUUID(), 1),
    clear: () => {
      for (const timer of repeats) clock.cancel(timer);
      repeats.clear();
    },
  };
}
