import type { Timer } from "../../time/clock.ts";
import { bindingsOf } from "../bindings.ts";
import type { TaskState } from "../definition/state.ts";
import type { Engine, Live } from "../engine.ts";
import type { Attempt, Execution, Run } from "../execution.ts";
import type { Bindings, Template } from "../expressions.ts";
import { type CallOutcome, callResource } from "../integrations.ts";
import { type Failure, HEARTBEAT_TIMED_OUT, queryEvaluationError, StateFailed, TIMED_OUT } from "./failure.ts";

/**
 * Starts an attempt, inside a turn. `ended` is called once, inside a later turn. Time-outs count from here.
 * @throws StateFailed when Arguments or a time-out cannot be evaluated; then nothing was called
 */
export async function beginAttempt(
  live: Live,
  state: TaskState,
  ended: (outcome: CallOutcome) => Promise<void>,
): Promise<void> {
  const { engine, execution, run } = live;
  const { waitsForToken } = state.resource;
  const number = run.attempts + 1;
  run.attempts = number;
  const token = waitsForToken ? engine.tokens.issue({ executionId: execution.id, attempt: number }) : undefined;
  const bindings = bindingsOf(live);
  const args = await state.args(bindingsOf(live, {}, token));
  const timeout = await milliseconds("TimeoutSeconds", state.timeoutSeconds, bindings);
  const heartbeat = await milliseconds("HeartbeatSeconds", state.heartbeatSeconds, bindings);
  if (timeout !== undefined && heartbeat !== undefined && heartbeat >= timeout) {
    throw new StateFailed(queryEvaluationError("HeartbeatSeconds must be smaller than TimeoutSeconds"));
  }
  const end = (outcome: CallOutcome) => {
    closeAttempt(engine, run);
    return ended(outcome);
  };
  const attempt: Attempt = { number, waitsForToken, heartbeat, end, timeout: undefined, heartbeatTimeout: undefined };
  run.attempt = attempt;
  if (timeout !== undefined) attempt.timeout = expireAfter(engine, execution, attempt, timeout, TIMED_OUT);
  beat(engine, execution, attempt);
  engine.calls.open += 1;
  void callResource(engine.integrations, state.resource, args).then((outcome) => {
    const turn = engine.turns.take(async () => {
      const tokenIsOut = waitsForToken && outcome.kind === "success";
      if (run.attempt === attempt && !tokenIsOut) await attempt.end(outcome);
    });
    engine.calls.open -= 1;
    return turn;
  });
}

/** Starts the wait for the next heartbeat afresh (nothing happens to a task without HeartbeatSeconds). */
export function beat(engine: Engine, execution: Execution, attempt: Attempt): void {
  if (attempt.heartbeat === undefined) return;
  if (attempt.heartbeatTimeout !== undefined) engine.clock.cancel(attempt.heartbeatTimeout);
  attempt.heartbeatTimeout = expireAfter(engine, execution, attempt, attempt.heartbeat, HEARTBEAT_TIMED_OUT);
}

/** Ends an attempt without an outcome: its execution was stopped, or its outcome is being handled. */
export function closeAttempt(engine: Engine, run: Run): void {
  for (const timer of [run.attempt?.timeout, run.attempt?.heartbeatTimeout]) {
    if (timer !== undefined) engine.clock.cancel(timer);
  }
  run.attempt = undefined;
}

function expireAfter(engine: Engine, execution: Execution, attempt: Attempt, delay: number, failure: Failure): Timer {
  return engine.clock.schedule(engine.clock.now() + delay, () =>
    engine.turns.take(async () => {
      if (execution.run?.attempt === attempt) await attempt.end({ kind: "failure", failure });
    }),
  );
}

/** A time-out field in ms; AWS takes whole positive seconds only. */
async function milliseconds(
  field: string,
  template: Template | undefined,
  bindings: Bindings,
): Promise<number | undefined> {
  if (template === undefined) return undefined;
  const seconds = await template(bindings);
  if (typeof seconds === "number" && Number.isInteger(seconds) && seconds >= 1 && seconds <= 99_999_999) {
    return seconds * 1000;
  }
  const cause = `The value ${JSON.stringify(seconds)} of the field '${field}' is not a whole number of seconds from 1 to 99999999`;
  throw new StateFailed(queryEvaluationError(cause));
}
