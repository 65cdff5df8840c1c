import { randomUUID } from "node:crypto";
import type { Clock } from "../time/clock.ts";
import { createTurns } from "../time/turns.ts";
import type { Json } from "./definition/json.ts";
import { loadStateMachine, type StateMachine } from "./definition/state-machine.ts";
import type { Engine, Transition } from "./engine.ts";
import type { Execution } from "./execution.ts";
import type { Integrations } from "./integrations.ts";
import { type ExecutionView, viewExecution } from "./protocol/execution-view.ts";
import { ServiceError } from "./protocol/service-error.ts";
import { createRegistry } from "./registry.ts";
import { startExecution } from "./starting.ts";
import { closeExecution } from "./steps/closing.ts";
import type { Failure } from "./steps/failure.ts";
import { completeTask, heartbeat } from "./steps/task-calls.ts";
import { createTaskTokens } from "./steps/task-tokens.ts";

export interface StatesOptions {
  readonly clock: Clock;
  readonly integrations: Integrations;
  /** Called once for each billed transition, inside the turn that makes it. */
  readonly onTransition?: (transition: Transition) => void;
  /** The same secret gives the same task tokens; random by default. */
  readonly tokenSecret?: Uint8Array;
}

/**
 * The state machines of the template and their executions. Calls are served one at a time, in the order they come, and are
 * answered when the execution has gone on to its next rest; they throw ServiceError where AWS answers 400.
 */
export interface States {
  /** Loads a definition (JSON text or value), or replaces it for executions started from now on. @throws UnsupportedDefinition */
  define(stateMachineArn: string, definition: unknown): void;
  stateMachine(stateMachineArn: string): StateMachine;
  start(stateMachineArn: string, name?: string, input?: string): Promise<Execution>;
  /** A closed execution stays as it is. */
  stop(executionArn: string, failure: Partial<Failure>): Promise<Execution>;
  execution(executionArn: string): Execution;
  /** Newest first. */
  executionsOf(stateMachineArn: string): readonly Execution[];
  succeedTask(token: string, output: Json): Promise<void>;
  failTask(token: string, failure: Failure): Promise<void>;
  heartbeat(token: string): Promise<void>;
  /** All executions in the order they were started, or those whose input names the lead. */
  executions(leadId?: string): readonly ExecutionView[];
  /** Calls and changes under way; tasks that wait for a token or a timer do not count. 0: nothing happens until somebody acts. */
  inFlight(): number;
  /** Forgets all executions; definitions stay. Answers of calls under way are ignored. */
  reset(): Promise<void>;
}

/** AWS forgets a closed execution, and frees its name, after 90 days. */
const RETENTION = 90 * 86_400_000;
const SWEEP_EVERY = 86_400_000;

export function createStates({
  clock,
  integrations,
  onTransition = () => undefined,
  tokenSecret,
}: StatesOptions): States {
  const tokens = createTaskTokens(tokenSecret);
  const engine: Engine = { clock, integrations, onTransition, tokens, turns: createTurns(), calls: { open: 0 } };
  const machines = new Map<string, StateMachine>();
  const registry = createRegistry();
  let sweptAt = clock.now();

  const stateMachine = (arn: string): StateMachine => {
    const machine = machines.get(arn);
    if (machine === undefined)
      throw new ServiceError("StateMachineDoesNotExist", `State Machine Does Not Exist: '${arn}'`);
    return machine;
  };

  const executionOf = (arn: string): Execution => {
    const execution = registry.byArn(arn);
    if (execution === undefined) throw new ServiceError("ExecutionDoesNotExist", `Execution Does Not Exist: '${arn}'`);
    return execution;
  };

  const sweep = () => {
    if (clock.now() < sweptAt + SWEEP_EVERY) return;
    sweptAt = clock.now();
    registry.forgetClosedBefore(sweptAt - RETENTION);
  };

  return {
    define(arn, definition) {
      machines.set(arn, loadStateMachine(arn, definition, clock.now()));
    },
    stateMachine,
    async start(arn, name = randomUUID(), input = "{}") {
      sweep();
      return startExecution(engine, registry, stateMachine(arn), name, input);
    },
    stop: (arn, failure) =>
      engine.turns.take(() => {
        const execution = executionOf(arn);
        closeExecution(engine, execution, { status: "ABORTED", failure });
        return execution;
      }),
    execution: executionOf,
    executionsOf: (arn) =>
      registry
        .all()
        .filter(({ machine }) => machine.arn === stateMachine(arn).arn)
        .reverse(),
    succeedTask: (token, output) => completeTask(engine, registry, token, { kind: "success", result: output }),
    failTask: (token, failure) => completeTask(engine, registry, token, { kind: "failure", failure }),
    heartbeat: (token) => heartbeat(engine, registry, token),
    executions: (leadId) => (leadId === undefined ? registry.all() : registry.ofLead(leadId)).map(viewExecution),
    inFlight: () => engine.turns.waiting() + engine.calls.open,
    reset: () =>
      engine.turns.take(() => {
        for (const execution of registry.all()) closeExecution(engine, execution, { status: "ABORTED", failure: {} });
        registry.clear();
      }),
  };
}
