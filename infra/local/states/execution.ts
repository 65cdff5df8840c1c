import type { Timer } from "../time/clock.ts";
import { isJsonObject, type Json, type JsonObject, parseJson } from "./definition/json.ts";
import type { StateMachine } from "./definition/state-machine.ts";
import type { HistoryEntry } from "./history.ts";
import type { CallOutcome } from "./integrations.ts";

export type ExecutionStatus = "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED";

/**
 * One execution. What only a running one needs hangs on `run` and goes when it closes; the rest stays for ninety days, as on AWS.
 * It keeps the machine it was started with. Instants are epoch ms.
 */
export interface Execution {
  /** Counts up over all executions, also across resets. */
  readonly id: number;
  readonly arn: string;
  readonly name: string;
  readonly machine: StateMachine;
  readonly leadId: string | undefined;
  /** JSON text, as it was sent. */
  readonly input: string;
  readonly startedAt: number;
  readonly history: HistoryEntry[];
  status: ExecutionStatus;
  currentState: string;
  /** State transitions as AWS bills them: the start, each state entered, each attempt repeated. */
  billedTransitions: number;
  stoppedAt: number | undefined;
  output: string | undefined;
  error: string | undefined;
  cause: string | undefined;
  run: Run | undefined;
}

export interface Run {
  readonly input: Json;
  variables: JsonObject;
  stateInput: Json;
  enteredAt: number;
  /** Retries given so far in this visit of the state, by retrier. */
  retries: readonly number[];
  attempts: number;
  attempt: Attempt | undefined;
  /** The whole execution's time-out. */
  deadline: Timer | undefined;
  /** A Wait state or the pause before a retry. */
  pause: Timer | undefined;
}

/** One attempt at a Task: open until its call, its token or a time-out ends it; whatever comes later changes nothing. */
export interface Attempt {
  readonly number: number;
  readonly waitsForToken: boolean;
  /** Ms between two heartbeats. */
  readonly heartbeat: number | undefined;
  readonly end: (outcome: CallOutcome) => Promise<void>;
  timeout: Timer | undefined;
  heartbeatTimeout: Timer | undefined;
}

export interface NewExecution {
  readonly id: number;
  readonly arn: string;
  readonly name: string;
  readonly machine: StateMachine;
  readonly input: string;
  readonly startedAt: number;
}

export function openExecution(given: NewExecution): Execution {
  const input = parseJson(given.input) ?? {};
  return {
    ...given,
    leadId: isJsonObject(input) && typeof input.leadId === "string" ? input.leadId : undefined,
    history: [],
    status: "RUNNING",
    currentState: given.machine.startAt,
    billedTransitions: 0,
    stoppedAt: undefined,
    output: undefined,
    error: undefined,
    cause: undefined,
    run: {
      ...{ input, variables: {}, stateInput: input, enteredAt: given.startedAt, retries: [], attempts: 0 },
      ...{ attempt: undefined, deadline: undefined, pause: undefined },
    },
  };
}
