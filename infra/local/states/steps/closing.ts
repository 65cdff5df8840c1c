import type { Json } from "../definition/json.ts";
import { type Engine, note } from "../engine.ts";
import type { Execution } from "../execution.ts";
import type { HistoryEvent } from "../history.ts";
import type { Failure } from "./failure.ts";
import { closeAttempt } from "./tasks.ts";

/** How an execution closes. A time-out of the whole execution carries neither error nor cause, as on AWS. */
export type Closing =
  | { readonly status: "SUCCEEDED"; readonly output: Json }
  | { readonly status: "FAILED" | "ABORTED"; readonly failure: Partial<Failure> }
  | { readonly status: "TIMED_OUT" };

const EVENTS: Readonly<Record<Closing["status"], HistoryEvent>> = {
  SUCCEEDED: "executionSucceeded",
  FAILED: "executionFailed",
  ABORTED: "executionAborted",
  TIMED_OUT: "executionTimedOut",
};

/** Closes a running execution, inside a turn: its timers and tokens are dead from here on. */
export function closeExecution(engine: Engine, execution: Execution, closing: Closing): void {
  const { run } = execution;
  if (run === undefined) return;
  closeAttempt(engine, run);
  for (const timer of [run.deadline, run.pause]) if (timer !== undefined) engine.clock.cancel(timer);
  execution.run = undefined;
  execution.status = closing.status;
  execution.stoppedAt = engine.clock.now();
  if (closing.status === "SUCCEEDED") execution.output = JSON.stringify(closing.output);
  if ("failure" in closing) {
    execution.error = closing.failure.error;
    execution.cause = closing.failure.cause;
  }
  note(engine, execution, EVENTS[closing.status], execution.error);
}
