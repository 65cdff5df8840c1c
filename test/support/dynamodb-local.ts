import { randomUUID } from "node:crypto";
import { BillingMode, CreateTableCommand, ProjectionType } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type DatabaseAccess, freshDatabase } from "../../infra/local/dynamodb/connection.ts";
import { openDynamoDb } from "../../infra/local/dynamodb/dynamodb-local.ts";
import { indexes } from "../../shared/contract/table.ts";
import { createTableClient } from "../../shared/store/table/table.ts";

export interface TestTable {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
}

export interface TestDatabase {
  /** A new, empty table with its own client. */
  table(): Promise<TestTable>;
  /** One more client, as another container would have it. */
  connect(): DynamoDBDocumentClient;
  stop(): Promise<void>;
}

/** Amazon's DynamoDB Local on a free port, or a database that is open; fails with the way to get Java where there is none. */
export async function startDynamoDbLocal(given?: DatabaseAccess): Promise<TestDatabase> {
  const database = await openDynamoDb(given?.endpoint);
  const clients: DynamoDBDocumentClient[] = [];
  const access = given ?? freshDatabase(database.url);
  const connect = () => {
    const client = createTableClient(access);
    clients.push(client);
    return client;
  };
  return {
    connect,
    table: async () => {
      const client = connect();
      const name = `fairlead-${randomUUID()}`;
      await createTable(client, name);
      return { client, name };
    },
    stop: async () => {
      for (const client of clients) client.destroy();
      await database.stop();
    },
  };
}

/** As the stack makes it: a test of the template holds the two together. */
async function createTable(client: DynamoDBDocumentClient, TableName: string): Promise<void> {
  const keys = ["pk", "sk", ...Object.values(indexes).flatMap((index) => [index.partition, index.sort])];
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: BillingMode.PAY_PER_REQUEST,
      AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
      KeySchema: keySchema("pk", "sk"),
      GlobalSecondaryIndexes: Object.values(indexes).map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index.partition, index.sort),
        Projection: { ProjectionType: ProjectionType.KEYS_ONLY },
      })),
    }),
  );
}

function keySchema(partition: string, sort: string) {
  return [
    { AttributeName: partition, KeyType: "HASH" as const },
    { AttributeName: sort, KeyType: "RANGE" as const },
  ];
}
