import type { Execution, ExecutionStatus } from "../execution.ts";
import type { HistoryEvent } from "../history.ts";

/** An execution as `GET /_local/executions` shows it. Instants are ISO-8601 UTC. */
export interface ExecutionView {
  readonly name: string;
  readonly status: ExecutionStatus;
  readonly currentState: string;
  readonly startedAt: string;
  readonly stoppedAt?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly history: readonly HistoryView[];
  readonly billedTransitions: number;
}

interface HistoryView {
  readonly at: string;
  readonly state: string;
  readonly event: HistoryEvent;
  readonly error?: string;
}

const iso = (instant: number): string => new Date(instant).toISOString();

export function viewExecution(execution: Execution): ExecutionView {
  const { name, status, currentState, startedAt, stoppedAt, error, cause, history, billedTransitions } = execution;
  return {
    ...{ name, status, currentState, startedAt: iso(startedAt) },
    ...(stoppedAt === undefined ? {} : { stoppedAt: iso(stoppedAt) }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
    history: history.map((entry) => ({ ...entry, at: iso(entry.at) })),
    billedTransitions,
  };
}
