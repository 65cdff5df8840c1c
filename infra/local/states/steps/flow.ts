import { bindingsOf } from "../bindings.ts";
import type { ChoiceState, FailState, State, WaitState } from "../definition/state.ts";
import { bill, type Engine, type Live, note } from "../engine.ts";
import type { Execution } from "../execution.ts";
import type { Bindings, Template } from "../expressions.ts";
import { closeExecution } from "./closing.ts";
import { queryEvaluationError, StateFailed } from "./failure.ts";
import { failWith, leave, orElse, REST, type Step } from "./steps.ts";
import { performTask } from "./task-state.ts";

/** AWS fails an execution at 25,000 history events; here the same number of transitions stops a loop without an end. */
const MOST_TRANSITIONS = 25_000;

/** Runs an execution from `step` until it closes or rests. Call it inside a turn. */
export async function follow(engine: Engine, execution: Execution, step: Step): Promise<void> {
  let next = step;
  while (next.kind === "enter" && execution.run !== undefined) {
    next = await enter({ engine, execution, run: execution.run }, next);
  }
  if (next.kind === "close") closeExecution(engine, execution, next.closing);
}

async function enter(live: Live, step: Step & { kind: "enter" }): Promise<Step> {
  const { engine, execution, run } = live;
  const state = execution.machine.states.get(step.state);
  if (state === undefined) throw new Error(`no state ${step.state} in ${execution.machine.arn}`);
  execution.currentState = state.name;
  run.stateInput = step.input;
  run.enteredAt = engine.clock.now();
  run.retries = [];
  bill(engine, execution, "state");
  note(engine, execution, "entered");
  if (execution.billedTransitions > MOST_TRANSITIONS) {
    return failWith({ error: "States.Runtime", cause: `more than ${MOST_TRANSITIONS} transitions` });
  }
  return orElse(() => perform(live, state), failWith);
}

function perform(live: Live, state: State): Promise<Step> {
  switch (state.type) {
    case "Task":
      return performTask(live, state, (execution, step) => follow(live.engine, execution, step));
    case "Pass":
    case "Succeed":
      return leave(live, { exit: state.exit, value: live.run.stateInput });
    case "Choice":
      return choose(live, state);
    case "Wait":
      return pause(live, state);
    case "Fail":
      return fail(bindingsOf(live), state);
  }
}

async function choose(live: Live, state: ChoiceState): Promise<Step> {
  const bindings = bindingsOf(live);
  const value = live.run.stateInput;
  for (const [index, rule] of state.rules.entries()) {
    const holds = await rule.condition(bindings);
    if (typeof holds !== "boolean") {
      throw new StateFailed(
        queryEvaluationError(`Choices[${index}]/Condition must be a boolean, not ${JSON.stringify(holds)}`),
      );
    }
    if (holds) return leave(live, { exit: rule, value });
  }
  if (state.otherwise !== undefined) return leave(live, { exit: state.otherwise, value });
  return failWith({ error: "States.NoChoiceMatched", cause: `No choice of the state '${state.name}' matched` });
}

async function pause(live: Live, state: WaitState): Promise<Step> {
  const { engine, execution, run } = live;
  const due = await dueAt(engine.clock.now(), state, bindingsOf(live));
  run.pause = engine.clock.schedule(due, () =>
    engine.turns.take(async () => {
      if (execution.run !== run) return;
      run.pause = undefined;
      const left = await orElse(() => leave(live, { exit: state.exit, value: run.stateInput }), failWith);
      await follow(engine, execution, left);
    }),
  );
  return REST;
}

/** Epoch ms. */
async function dueAt(now: number, state: WaitState, bindings: Bindings): Promise<number> {
  const seconds = await state.seconds?.(bindings);
  const timestamp = await state.timestamp?.(bindings);
  const due = typeof timestamp === "string" ? Date.parse(timestamp) : Number.NaN;
  if (typeof seconds === "number" && Number.isInteger(seconds) && seconds >= 0) return now + seconds * 1000;
  if (!Number.isNaN(due)) return due;
  const value = JSON.stringify(seconds ?? timestamp);
  throw new StateFailed(queryEvaluationError(`${value} is neither whole seconds nor an instant to wait for`));
}

async function fail(bindings: Bindings, state: FailState): Promise<Step> {
  const text = async (template: Template | undefined) =>
    template === undefined ? undefined : String(await template(bindings));
  const [error, cause] = [await text(state.error), await text(state.cause)];
  return failWith({ ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) });
}
