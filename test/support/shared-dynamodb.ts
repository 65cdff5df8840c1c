import type { TestProject } from "vitest/node";
import { type DynamoDbEndpoint, openDynamoDb } from "../../infra/local/dynamodb/dynamodb-local.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Addresses of DynamoDB Local, one for each of vitest's workers. */
    dynamodb: readonly string[];
  }
}

let databases: readonly DynamoDbEndpoint[] = [];

/**
 * One DynamoDB Local for each of vitest's workers, for all files that it runs one after the other: each start of a JVM
 * costs two seconds, and its first thousand requests as many again.
 */
export async function setup(project: TestProject): Promise<void> {
  const workers = project.vitest.config.maxWorkers;
  databases = await Promise.all(Array.from({ length: workers }, () => openDynamoDb()));
  project.provide(
    "dynamodb",
    databases.map(({ url }) => url),
  );
}

export async function teardown(): Promise<void> {
  await Promise.all(databases.map(({ stop }) => stop()));
}
