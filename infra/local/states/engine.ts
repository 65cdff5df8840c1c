import type { Clock } from "../time/clock.ts";
import type { Turns } from "../time/turns.ts";
import type { Execution, Run } from "./execution.ts";
import { type HistoryEvent, remember } from "./history.ts";
import type { Integrations } from "./integrations.ts";
import type { TaskTokens } from "./steps/task-tokens.ts";

/** One billed transition. `kind`: the start edge, a state entered, or an attempt repeated. `at`: epoch ms. */
export interface Transition {
  readonly kind: "start" | "state" | "retry";
  readonly state: string;
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly leadId: string | undefined;
  readonly at: number;
}

/** Everything an execution touches outside itself. All changes of executions happen inside `turns`, one at a time. */
export interface Engine {
  readonly clock: Clock;
  readonly integrations: Integrations;
  readonly turns: Turns;
  readonly tokens: TaskTokens;
  readonly onTransition: (transition: Transition) => void;
  /** Calls to Lambda or DynamoDB that have not come back. */
  readonly calls: { open: number };
}

/** A running execution and what it runs on. */
export interface Live {
  readonly engine: Engine;
  readonly execution: Execution;
  readonly run: Run;
}

export function note(engine: Engine, execution: Execution, event: HistoryEvent, error?: string): void {
  const entry = { at: engine.clock.now(), state: execution.currentState, event };
  remember(execution.history, error === undefined ? entry : { ...entry, error });
}

export function bill(engine: Engine, execution: Execution, kind: Transition["kind"]): void {
  const { arn: executionArn, machine, leadId, currentState: state } = execution;
  execution.billedTransitions += 1;
  engine.onTransition({ kind, state, executionArn, stateMachineArn: machine.arn, leadId, at: engine.clock.now() });
}
