import type { DynamoDBBatchResponse, DynamoDBRecord } from "aws-lambda";
import { logger } from "./logging.ts";

/** How many items' records are handled at once. */
const lanes = 8;

/**
 * Handles a batch of stream records: those of one item one after the other, different items side by side. Answers the
 * records that failed, so that only they (and what follows them) come again.
 */
export async function handleBatch(
  records: readonly DynamoDBRecord[],
  handle: (record: DynamoDBRecord) => Promise<void>,
): Promise<DynamoDBBatchResponse> {
  const waiting = [...itemsOf(records).values()];
  const failed: string[] = [];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      const sequenceNumber = await firstFailure(item, handle);
      if (sequenceNumber !== undefined) {
        failed.push(sequenceNumber);
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

/** By partition: a lead's versions and tokens keep their order. */
function itemsOf(records: readonly DynamoDBRecord[]): ReadonlyMap<string, readonly DynamoDBRecord[]> {
  return Map.groupBy(records, (record) => record.dynamodb?.Keys?.pk?.S ?? "");
}

async function firstFailure(
  records: readonly DynamoDBRecord[],
  handle: (record: DynamoDBRecord) => Promise<void>,
): Promise<string | undefined> {
  for (const record of records) {
    try {
      await handle(record);
    } catch (error) {
      logger.error("a stream record failed", error instanceof Error ? error : new Error(String(error)));
      return record.dynamodb?.SequenceNumber;
    }
  }
  return undefined;
}
