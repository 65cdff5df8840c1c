import { parseJson } from "./definition/json.ts";
import type { StateMachine } from "./definition/state-machine.ts";
import { bill, type Engine, note } from "./engine.ts";
import { type Execution, openExecution } from "./execution.ts";
import { ServiceError } from "./protocol/service-error.ts";
import type { Registry } from "./registry.ts";
import { closeExecution } from "./steps/closing.ts";
import { follow } from "./steps/flow.ts";

/** AWS: 1 to 80 characters, no white space, brackets, wildcards, special or control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]{1,80}$/;

/**
 * Starts an execution and runs it to its first rest. The same name and input as one that is running answers that one.
 * `input`: JSON text.
 * @throws ServiceError InvalidName, InvalidExecutionInput, ExecutionAlreadyExists (other input, or closed)
 */
export function startExecution(
  engine: Engine,
  registry: Registry,
  machine: StateMachine,
  name: string,
  input: string,
): Promise<Execution> {
  if (!NAME.test(name)) throw new ServiceError("InvalidName", `Invalid Name: '${name}'`);
  const value = parseJson(input);
  if (value === undefined) {
    throw new ServiceError("InvalidExecutionInput", "Invalid State Machine Execution Input: 'no valid JSON'");
  }
  const arn = `${machine.arn.replace(":stateMachine:", ":execution:")}:${name}`;
  return engine.turns.take(async () => {
    const existing = registry.byArn(arn);
    if (existing !== undefined) {
      if (existing.run !== undefined && existing.input === input) return existing;
      throw new ServiceError("ExecutionAlreadyExists", `Execution Already Exists: '${arn}'`);
    }
    const startedAt = engine.clock.now();
    const execution = openExecution({ id: registry.nextId(), arn, name, machine, input, startedAt });
    registry.add(execution);
    bill(engine, execution, "start");
    note(engine, execution, "started");
    limitDuration(engine, execution);
    await follow(engine, execution, { kind: "enter", state: machine.startAt, input: value });
    return execution;
  });
}

function limitDuration(engine: Engine, execution: Execution): void {
  const { run, machine, startedAt } = execution;
  if (run === undefined || machine.timeoutSeconds === undefined) return;
  run.deadline = engine.clock.schedule(startedAt + machine.timeoutSeconds * 1000, () =>
    engine.turns.take(() => closeExecution(engine, execution, { status: "TIMED_OUT" })),
  );
}
