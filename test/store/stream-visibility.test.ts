import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { ask, type Connection, connect, freshDatabase } from "../../infra/local/dynamodb/connection.ts";
import { type DynamoDbEndpoint, openDynamoDb } from "../../infra/local/dynamodb/dynamodb-local.ts";
import { createTables } from "../../infra/local/dynamodb/tables.ts";

const table = {
  name: "visibility",
  arn: "",
  streamArn: "stream",
  timeToLive: undefined,
  keyNames: ["pk"],
  indexes: [],
  definition: {
    TableName: "visibility",
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    StreamSpecification: { StreamEnabled: true, StreamViewType: "KEYS_ONLY" },
  },
};

let endpoint: DynamoDbEndpoint;
let connection: Connection;
beforeAll(async () => {
  endpoint = await openDynamoDb();
  connection = connect(freshDatabase(endpoint.url));
  await createTables(connection, [table]);
});
afterAll(async () => {
  connection.close();
  await endpoint.stop();
});

const arn = z.object({ Table: z.object({ LatestStreamArn: z.string() }) });
const shards = z.object({ StreamDescription: z.object({ Shards: z.tuple([z.object({ ShardId: z.string() })]) }) });
const iterator = z.object({ ShardIterator: z.string() });
const page = z.object({ Records: z.array(z.unknown()), NextShardIterator: z.string() });

/** The runner never polls and sends no sentinel through the stream: it relies on this. */
describe("DynamoDB Local", () => {
  it("has the record of every write in the stream when it answers the write, also under concurrency", async () => {
    const { LatestStreamArn: StreamArn } = arn.parse(
      await ask(connection, "table", "DescribeTable", { TableName: table.name }),
    ).Table;
    const [{ ShardId }] = shards.parse(await ask(connection, "streams", "DescribeStream", { StreamArn }))
      .StreamDescription.Shards;
    const start = { StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" };
    let next = iterator.parse(await ask(connection, "streams", "GetShardIterator", start)).ShardIterator;
    const read = async (): Promise<number> => {
      const { Records, NextShardIterator } = page.parse(
        await ask(connection, "streams", "GetRecords", { ShardIterator: next, Limit: 1000 }),
      );
      next = NextShardIterator;
      return Records.length;
    };
    const write = (pk: string) =>
      ask(connection, "table", "PutItem", { TableName: table.name, Item: { pk: { S: pk } } });

    for (let round = 0; round < 30; round += 1) {
      await Promise.all(Array.from({ length: 16 }, (_, index) => write(`${round}-${index}`)));
      expect(await read()).toBe(16);
    }
    for (let single = 0; single < 100; single += 1) {
      await write(`single-${single}`);
      expect(await read()).toBe(1);
    }
  });
});
