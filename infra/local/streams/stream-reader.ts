import * as z from "zod";
import { ask, type Connection } from "../dynamodb/connection.ts";
import type { Activity } from "../time/activity.ts";
import { type StreamRecord, streamRecordSchema } from "./stream-record.ts";

/** Follows one table's stream and hands its records on in order. */
export interface StreamReader {
  /** To be called after every write: reads until it has seen everything written before the call. */
  readonly wake: () => void;
}

interface Options {
  readonly connection: Connection;
  readonly tableName: string;
  readonly activity: Activity;
  readonly deliver: (records: readonly StreamRecord[]) => void;
  readonly onError: (error: unknown) => void;
}

const describedTable = z.object({ Table: z.object({ LatestStreamArn: z.string() }) });
const describedStream = z.object({
  StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }),
});
const iterator = z.object({ ShardIterator: z.string() });
const page = z.object({ Records: z.array(streamRecordSchema), NextShardIterator: z.string().optional() });

/** Records per read. A full page, or one near AWS's limit of 1 MB, means that there may be more. */
const pageSize = 1000;
const nearlyFull = 256_000;

/** Iterators expire after 15 minutes, so an older one (real ms) is taken anew from the last sequence number. */
const iteratorAge = 240_000;

/**
 * Reads only when woken: every write goes through the runner, and DynamoDB Local has a record in the stream when it
 * answers the write (`test/store` checks that), so there is nothing to poll for and a read that starts after a write sees it.
 */
export function createStreamReader({ connection, tableName, activity, deliver, onError }: Options): StreamReader {
  let streamArn: string | undefined;
  let shard: string | undefined;
  let sequence: string | undefined;
  let next: { readonly iterator: string; readonly at: number } | undefined;
  let reading = false;
  let again = false;

  const shardAfter = async (previous: string | undefined): Promise<string | undefined> => {
    streamArn ??= describedTable.parse(await ask(connection, "table", "DescribeTable", { TableName: tableName })).Table
      .LatestStreamArn;
    const { Shards } = describedStream.parse(
      await ask(connection, "streams", "DescribeStream", { StreamArn: streamArn }),
    ).StreamDescription;
    const ids = Shards.map(({ ShardId }) => ShardId);
    return ids[previous === undefined ? 0 : ids.indexOf(previous) + 1];
  };

  const position = async (): Promise<string> => {
    if (next !== undefined && Date.now() - next.at < iteratorAge) return next.iterator;
    shard ??= await shardAfter(undefined);
    const from =
      sequence === undefined
        ? { ShardIteratorType: "TRIM_HORIZON" }
        : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: sequence };
    const request = { StreamArn: streamArn, ShardId: shard, ...from };
    return iterator.parse(await ask(connection, "streams", "GetShardIterator", request)).ShardIterator;
  };

  /** One page; answers whether there may be more. */
  const readPage = async (): Promise<boolean> => {
    const request = { ShardIterator: await position(), Limit: pageSize };
    const { status, body } = await connection.send("streams", "GetRecords", JSON.stringify(request));
    if (status !== 200) throw new Error(`DynamoDB Local refused GetRecords: ${body}`);
    const { Records, NextShardIterator } = page.parse(JSON.parse(body));
    sequence = Records.at(-1)?.dynamodb.SequenceNumber ?? sequence;
    deliver(Records);
    if (NextShardIterator !== undefined) {
      next = { iterator: NextShardIterator, at: Date.now() };
      return Records.length === pageSize || body.length > nearlyFull;
    }
    const following = await shardAfter(shard);
    if (following === undefined) return false;
    [shard, sequence, next] = [following, undefined, undefined];
    return true;
  };

  const read = async (): Promise<void> => {
    do {
      again = false;
      if (await readPage()) again = true;
    } while (again);
  };

  return {
    wake: () => {
      again = true;
      if (reading) return;
      reading = true;
      const end = activity.begin(`stream of ${tableName}`);
      read()
        .catch((error: unknown) => {
          next = undefined;
          onError(error);
        })
        .finally(() => {
          reading = false;
          end();
        });
    },
  };
}
