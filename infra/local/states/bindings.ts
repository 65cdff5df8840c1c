import type { JsonObject } from "./definition/json.ts";
import type { Live } from "./engine.ts";
import type { Bindings } from "./expressions.ts";

/**
 * What an expression of the current state sees: the variables and `$states`. `more`: `result` or `errorOutput`; `token`: the
 * task token, in the Arguments of a task that waits for it.
 */
export function bindingsOf({ execution, run }: Live, more: JsonObject = {}, token?: string): Bindings {
  const { arn, name, machine, startedAt, currentState } = execution;
  const context = {
    Execution: { Id: arn, Name: name, Input: run.input, StartTime: new Date(startedAt).toISOString() },
    State: {
      Name: currentState,
      EnteredTime: new Date(run.enteredAt).toISOString(),
      RetryCount: run.retries.reduce((sum, count) => sum + count, 0),
    },
    StateMachine: { Id: machine.arn, Name: machine.name },
    ...(token === undefined ? {} : { Task: { Token: token } }),
  };
  return { ...run.variables, states: { input: run.stateInput, context, ...more } };
}
