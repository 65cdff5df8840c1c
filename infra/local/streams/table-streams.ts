import type { Connection } from "../dynamodb/connection.ts";
import type { Table } from "../dynamodb/table-resource.ts";
import { createTimeToLive } from "../dynamodb/time-to-live.ts";
import type { Activity } from "../time/activity.ts";
import type { Clock } from "../time/clock.ts";
import { createStreamReader } from "./stream-reader.ts";
import type { StreamRecord } from "./stream-record.ts";

/** Hands records of one table on; `partitionKey`: name of the table's partition key. */
export type Consume = (records: readonly StreamRecord[], partitionKey: string) => void;

/** The streams of all tables, from creation to deletion of the tables. */
export interface TableStreams {
  /** To be called after every write. */
  readonly wake: () => void;
  readonly close: () => void;
}

interface Options {
  readonly tables: readonly Table[];
  readonly connection: Connection;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly consumersOf: (streamArn: string) => readonly Consume[];
  readonly onError: (error: unknown) => void;
}

/** Opens the stream of each table that has one, for the functions fed from it and for the expiry of its items. */
export function openTableStreams(options: Options): TableStreams {
  const { tables, connection, clock, activity, consumersOf, onError } = options;
  const opened = tables.flatMap((table) => {
    const { name, streamArn, keyNames } = table;
    if (streamArn === undefined) {
      if (table.timeToLive !== undefined) throw new Error(`${name} expires items but has no stream to learn them from`);
      return [];
    }
    const timeToLive = createTimeToLive({ table, connection, clock, onWrite: () => wake() });
    const consumers = consumersOf(streamArn);
    const [partitionKey = ""] = keyNames;
    const deliver = (records: readonly StreamRecord[]): void => {
      const observed = records.map(timeToLive.observe);
      for (const consume of consumers) consume(observed, partitionKey);
    };
    const reader = createStreamReader({ connection, tableName: name, activity, deliver, onError });
    return [{ reader, timeToLive }];
  });

  const wake = (): void => {
    for (const { reader } of opened) reader.wake();
  };
  return {
    wake,
    close: () => {
      for (const { timeToLive } of opened) timeToLive.clear();
    },
  };
}
