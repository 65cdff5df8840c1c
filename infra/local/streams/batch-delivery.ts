import { setTimeout as pause } from "node:timers/promises";
import type { EventSourceMapping } from "../lambda/event-source-mapping.ts";
import { reportedFailures } from "../lambda/event-source-mapping.ts";
import type { FunctionError, InvokeReply } from "../lambda/messages.ts";
import type { StreamRecord } from "./stream-record.ts";

/** A batch given up on. */
export interface FailedBatch {
  readonly records: readonly StreamRecord[];
  readonly error: FunctionError;
  readonly attempts: number;
}

interface Options {
  readonly mapping: EventSourceMapping;
  readonly invoke: (records: readonly StreamRecord[]) => Promise<InvokeReply>;
  readonly onGivenUp: (batch: FailedBatch) => void;
}

type Outcome =
  | { readonly kind: "done" }
  | { readonly kind: "failedFrom"; readonly index: number; error: FunctionError };

/** Real ms before a repeat: long enough not to spin, short enough for a test. */
const backoff = (attempt: number): number => Math.min(5 * 2 ** attempt, 100);

/**
 * Delivers one batch as Lambda does: what comes before the first reported failure is done, the rest is repeated; halves
 * are tried apart if the mapping bisects (which costs no retry); what still fails after the retries is given up.
 */
export function createBatchDelivery({ mapping, invoke, onGivenUp }: Options) {
  const { retries = Number.POSITIVE_INFINITY, bisect, reportsItemFailures } = mapping;

  const attemptOnce = async (records: readonly StreamRecord[]): Promise<Outcome> => {
    const reply = await invoke(records);
    if ("error" in reply) return { kind: "failedFrom", index: 0, error: reply.error };
    const failed = reportsItemFailures ? reportedFailures(reply.payload) : [];
    if (failed?.length === 0) return { kind: "done" };
    const index = records.findIndex(({ dynamodb }) => failed?.includes(dynamodb.SequenceNumber) ?? true);
    const error = { errorType: "BatchItemFailures", errorMessage: `The function reported ${failed?.length} failures` };
    return { kind: "failedFrom", index: Math.max(index, 0), error };
  };

  const deliver = async (records: readonly StreamRecord[], attempts = 0): Promise<void> => {
    const outcome = await attemptOnce(records);
    if (outcome.kind === "done") return;
    const rest = records.slice(outcome.index);
    if (bisect && rest.length > 1 && outcome.index === 0) {
      const middle = Math.ceil(rest.length / 2);
      await deliver(rest.slice(0, middle), attempts);
      return deliver(rest.slice(middle), attempts);
    }
    if (attempts >= retries) return onGivenUp({ records: rest, error: outcome.error, attempts: attempts + 1 });
    await pause(backoff(attempts));
    return deliver(rest, attempts + 1);
  };

  return (records: readonly StreamRecord[]): Promise<void> => deliver(records);
}
