import type { AwsHandler } from "../aws-endpoint/request.ts";
import type { Instruments } from "../instruments/instruments.ts";
import { type Consume, openTableStreams, type TableStreams } from "../streams/table-streams.ts";
import type { Template } from "../template/resources.ts";
import { type Connection, connect, type DatabaseAccess, freshDatabase } from "./connection.ts";
import type { DynamoDbEndpoint } from "./dynamodb-local.ts";
import { contentType, dynamoDbService } from "./service.ts";
import { tablesOf } from "./table-resource.ts";
import { createTables } from "./tables.ts";

/** The template's tables on DynamoDB Local, with their streams. */
export interface Storage {
  readonly service: AwsHandler;
  /** The same without counting. */
  readonly uncounted: AwsHandler;
  /** Where the tables are; elsewhere after they were emptied. */
  readonly database: () => DatabaseAccess;
  /** Empties the tables and follows their streams; `consumersOf` says whom a stream feeds. */
  readonly begin: (consumersOf: (streamArn: string) => readonly Consume[]) => Promise<void>;
  readonly close: () => void;
}

export function createStorage(template: Template, instruments: Instruments, endpoint: DynamoDbEndpoint): Storage {
  const { clock, activity, usage, logs } = instruments;
  const tables = tablesOf(template);
  let database = freshDatabase(endpoint.url);
  let connection = connect(database);
  let streams: TableStreams | undefined;
  const onError = (error: unknown): void => logs.add("runner", `The stream cannot be read: ${error}`);

  const send: Connection["send"] = (...request) => connection.send(...request);

  return {
    service: dynamoDbService({ send, tables, usage, onWrite: () => streams?.wake() }),
    uncounted: async ({ operation, body }) => ({ contentType, ...(await send("table", operation, body)) }),
    database: () => database,
    begin: async (consumersOf) => {
      streams?.close();
      streams = undefined;
      connection.close();
      database = freshDatabase(endpoint.url);
      connection = connect(database);
      await createTables(connection, tables);
      streams = openTableStreams({ tables, connection, clock, activity, consumersOf, onError });
    },
    close: () => {
      streams?.close();
      connection.close();
    },
  };
}
