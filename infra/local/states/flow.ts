import { closeExecution } from "./closing.ts";
import { bill, type Engine, note } from "./engine.ts";
import { bindingsOf, type Execution, type Run } from "./execution.ts";
import type { Bindings, Template } from "./expressions.ts";
import { queryEvaluationError, StateFailed } from "./failure.ts";
import type { ChoiceState, FailState, State, WaitState } from "./state.ts";
import { failWith, leave, orElse, REST, type Step } from "./steps.ts";
import { performTask } from "./task-state.ts";

/** AWS fails an execution at 25,000 history events; here the same number of transitions stops a loop without an end. */
const MOST_TRANSITIONS = 25_000;

/** Runs an execution from `step` until it closes or rests. Call it inside a turn. */
export async function follow(engine: Engine, execution: Execution, step: Step): Promise<void> {
  let next = step;
  while (next.kind === "enter" && execution.run !== undefined) {
    next = await enter(engine, execution, execution.run, next);
  }
  if (next.kind === "close") closeExecution(engine, execution, next.closing);
}

async function enter(engine: Engine, execution: Execution, run: Run, step: Step & { kind: "enter" }): Promise<Step> {
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
  return orElse(() => perform(engine, execution, run, state), failWith);
}

function perform(engine: Engine, execution: Execution, run: Run, state: State): Promise<Step> {
  switch (state.type) {
    case "Task":
      return performTask(engine, execution, run, state, (other, step) => follow(engine, other, step));
    case "Pass":
    case "Succeed":
      return leave(engine, execution, run, { exit: state.exit, value: run.stateInput });
    case "Choice":
      return choose(engine, execution, run, state);
    case "Wait":
      return pause(engine, execution, run, state);
    case "Fail":
      return fail(bindingsOf(execution, run), state);
  }
}

async function choose(engine: Engine, execution: Execution, run: Run, state: ChoiceState): Promise<Step> {
  const bindings = bindingsOf(execution, run);
  for (const [index, rule] of state.rules.entries()) {
    const holds = await rule.condition(bindings);
    if (typeof holds !== "boolean") {
      throw new StateFailed(
        queryEvaluationError(`Choices[${index}]/Condition must be a boolean, not ${JSON.stringify(holds)}`),
      );
    }
    if (holds) return leave(engine, execution, run, { exit: rule, value: run.stateInput });
  }
  if (state.otherwise !== undefined)
    return leave(engine, execution, run, { exit: state.otherwise, value: run.stateInput });
  return failWith({ error: "States.NoChoiceMatched", cause: `No choice of the state '${state.name}' matched` });
}

async function pause(engine: Engine, execution: Execution, run: Run, state: WaitState): Promise<Step> {
  const due = await dueAt(engine.clock.now(), state, bindingsOf(execution, run));
  run.pause = engine.clock.schedule(due, () =>
    engine.turns.take(async () => {
      if (execution.run !== run) return;
      run.pause = undefined;
      await follow(
        engine,
        execution,
        await orElse(() => leave(engine, execution, run, { exit: state.exit, value: run.stateInput }), failWith),
      );
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
