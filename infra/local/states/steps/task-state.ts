import type { Json } from "../definition/json.ts";
import type { TaskState } from "../definition/state.ts";
import { bill, type Live, note } from "../engine.ts";
import type { Execution } from "../execution.ts";
import type { CallOutcome } from "../integrations.ts";
import { type Failure, matches } from "./failure.ts";
import { nextAttempt } from "./retries.ts";
import { failWith, type Leaving, leave, orElse, REST, type Step } from "./steps.ts";
import { beginAttempt } from "./tasks.ts";

/** Goes on with an execution from a step, inside a turn. */
export type Follow = (execution: Execution, step: Step) => Promise<void>;

/** Starts a Task; its outcome, after whatever retries and catchers make of it, goes to `follow` in a later turn. */
export function performTask(live: Live, state: TaskState, follow: Follow): Promise<Step> {
  const failed = (failure: Failure) => afterFailure(live, state, failure, follow);
  const succeeded = (result: Json) => leave(live, { exit: state.exit, value: result, more: { result } });
  const ended = async (outcome: CallOutcome) => {
    const step =
      outcome.kind === "failure"
        ? await failed(outcome.failure)
        : await orElse(() => succeeded(outcome.result), failed);
    await follow(live.execution, step);
  };
  return orElse(async () => {
    await beginAttempt(live, state, ended);
    return REST;
  }, failed);
}

/** Retry first, then the first catcher that names the error, else the execution fails. */
async function afterFailure(live: Live, state: TaskState, failure: Failure, follow: Follow): Promise<Step> {
  const { engine, execution, run } = live;
  note(engine, execution, failureEvent(failure), failure.error);
  const retry = nextAttempt(state.retriers, run.retries, failure);
  if (retry !== undefined) {
    run.retries = state.retriers.map((_, index) => (run.retries[index] ?? 0) + (index === retry.index ? 1 : 0));
    run.pause = engine.clock.schedule(engine.clock.now() + retry.delay, () =>
      engine.turns.take(async () => {
        if (execution.run !== run) return;
        run.pause = undefined;
        bill(engine, execution, "retry");
        note(engine, execution, "retried");
        await follow(execution, await performTask(live, state, follow));
      }),
    );
    return REST;
  }
  const catcher = state.catchers.find(({ errorEquals }) => matches(errorEquals, failure));
  if (catcher === undefined) return failWith(failure);
  const { error, cause } = failure;
  const errorOutput = cause === undefined ? { Error: error } : { Error: error, Cause: cause };
  const leaving: Leaving = { exit: catcher, value: errorOutput, more: { errorOutput }, event: "caught" };
  return orElse(() => leave(live, leaving), failWith);
}

function failureEvent(failure: Failure) {
  if (failure.heartbeat) return "heartbeatTimedOut";
  return failure.error === "States.Timeout" ? "timedOut" : "failed";
}
