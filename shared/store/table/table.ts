import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { fastRetries, tableRetries } from "./retry.ts";

/** The one table and the client that reaches it: first argument of every function in this folder. */
export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
}

/** An item as the document client gives it: keys, index attributes and the entity's own. */
export type Item = Readonly<Record<string, unknown>>;

/**
 * The document client for the table. A request that gets no answer in 2 s counts as lost and is sent again: every write
 * in this folder is safe to repeat.
 */
export function createTableClient(config: DynamoDBClientConfig = {}): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    retryStrategy: fastRetries(tableRetries),
    maxAttempts: tableRetries.attempts,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
    ...config,
  });
  // A sender's field may be called `constructor`: its object would not be taken for a plain one.
  const marshallOptions = { removeUndefinedValues: true, convertClassInstanceToMap: true };
  return DynamoDBDocumentClient.from(client, { marshallOptions });
}
