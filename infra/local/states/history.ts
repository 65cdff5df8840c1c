/** What happened to an execution, in our own compact words; `protocol-history.ts` translates them into AWS's events. */
export type HistoryEvent =
  | "started"
  | "entered"
  | "retried"
  | "heartbeat"
  | "failed"
  | "timedOut"
  | "heartbeatTimedOut"
  | "caught"
  | "completed"
  | "executionSucceeded"
  | "executionFailed"
  | "executionTimedOut"
  | "executionAborted";

/** `at`: epoch ms. `state`: the state it happened in. `error`: AWS's error name. */
export interface HistoryEntry {
  readonly at: number;
  readonly state: string;
  readonly event: HistoryEvent;
  readonly error?: string;
}

/** More would only repeat: a lead's execution has about twenty, one that polls or beats for months must not eat the memory. */
const KEPT = 200;

/** Appends an entry; beyond the cap the oldest but the first (`started`) is forgotten. */
export function remember(history: HistoryEntry[], entry: HistoryEntry): void {
  if (history.length >= KEPT) history.splice(1, 1);
  history.push(entry);
}
