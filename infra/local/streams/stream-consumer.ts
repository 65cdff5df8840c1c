import { randomUUID } from "node:crypto";
import type { Faults } from "../faults.ts";
import type { EventSourceMapping } from "../lambda/event-source-mapping.ts";
import type { Functions } from "../lambda/functions.ts";
import type { Activity } from "../time/activity.ts";
import type { Clock } from "../time/clock.ts";
import { createBatchDelivery, type FailedBatch } from "./batch-delivery.ts";
import { matchesPattern } from "./filter-criteria.ts";
import { createLane } from "./lane.ts";
import type { StreamRecord } from "./stream-record.ts";

interface Options {
  readonly mapping: EventSourceMapping;
  readonly region: string;
  readonly functions: Functions;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly activity: Activity;
  /** `body`: JSON text of AWS's invocation record. */
  readonly onFailure: (destination: string, record: string, key: string) => void;
}

/** Feeds a table's records to the function of one mapping: filter, lane by partition key, batch, repeat, give up. */
export function createStreamConsumer(
  options: Options,
): (records: readonly StreamRecord[], partitionKey: string) => void {
  const { mapping, region, functions, clock, faults, activity, onFailure } = options;
  const { label, arn } = functions.find(mapping.functionName);

  const invoke = (records: readonly StreamRecord[]) =>
    functions.invoke(mapping.functionName, JSON.stringify({ Records: records }));

  const onGivenUp = (batch: FailedBatch): void => {
    if (mapping.onFailure === undefined) return;
    const { key, record } = invocationRecord(mapping, arn, batch, new Date(clock.now()));
    onFailure(mapping.onFailure, record, key);
  };

  const deliver = createBatchDelivery({ mapping, invoke, onGivenUp });
  const lanes = Array.from({ length: mapping.lanes }, () =>
    createLane({ label, batchSize: mapping.batchSize, deliver, faults, activity }),
  );

  return (records, partitionKey) => {
    for (const record of records) {
      if (mapping.patterns.length > 0 && !mapping.patterns.some((pattern) => matchesPattern(pattern, record))) continue;
      const lane = lanes[hash(JSON.stringify(record.dynamodb.Keys[partitionKey])) % lanes.length];
      lane?.add({
        ...record,
        awsRegion: region,
        eventSourceARN: mapping.source,
        dynamodb: { ...record.dynamodb, ApproximateCreationDateTime: Math.floor(clock.now() / 1000) },
      });
    }
  };
}

const hash = (text: string): number => Array.from(text).reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) >>> 0, 7);

/** What AWS writes about a batch it gave up on. With a bucket as destination it holds the whole event. */
function invocationRecord(mapping: EventSourceMapping, functionArn: string, batch: FailedBatch, at: Date) {
  const { records, error, attempts } = batch;
  const [date = "", time = ""] = at.toISOString().split("T");
  const requestId = randomUUID();
  const record = JSON.stringify({
    requestContext: { requestId, functionArn, condition: "RetryAttemptsExhausted", approximateInvokeCount: attempts },
    responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
    version: "1.0",
    timestamp: at.toISOString(),
    DDBStreamBatchInfo: {
      shardId: "shardId-local",
      startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: at.toISOString(),
      approximateArrivalOfLastRecord: at.toISOString(),
      batchSize: records.length,
      streamArn: mapping.source,
    },
    payload: JSON.stringify({ Records: records }),
    responsePayload: error,
  });
  const day = date.replaceAll("-", "/");
  const stamp = `${date}T${time.slice(0, 8).replaceAll(":", ".")}`;
  return { record, key: `aws/lambda/${mapping.id}/shardId-local/${day}/${stamp}-${randomUUID()}` };
}
