import type { StreamRecord } from "../streams/stream-record.ts";
import type { Clock, Timer } from "../time/clock.ts";
import type { Connection } from "./connection.ts";
import type { Table } from "./table-resource.ts";

/** Deletes expired items in virtual time: DynamoDB Local knows only real time, so its own sweep stays off. */
export interface TimeToLive {
  /** Learns expiry times from the table's stream; marks the records of its own deletions as AWS does. */
  readonly observe: (record: StreamRecord) => StreamRecord;
  readonly clear: () => void;
}

interface Options {
  readonly table: Table;
  readonly connection: Connection;
  readonly clock: Clock;
  readonly onWrite: () => void;
}

/** Sweeps are bundled to full hours (ms); AWS promises no more than deletion within a few days of expiry. */
const sweepEvery = 3_600_000;

const byTimeToLive = { type: "Service", principalId: "dynamodb.amazonaws.com" } as const;

export function createTimeToLive({ table, connection, clock, onWrite }: Options): TimeToLive {
  const attribute = table.timeToLive;
  const expiring = new Map<string, number>();
  const sweeps = new Map<number, Timer>();
  const deleting = new Set<string>();

  const sweep = async (due: number): Promise<void> => {
    sweeps.delete(due);
    const expired = [...expiring].filter(([, seconds]) => seconds * 1000 <= due);
    for (const [key, seconds] of expired) {
      deleting.add(key);
      const deleted = await connection.send(
        "table",
        "DeleteItem",
        JSON.stringify({
          TableName: table.name,
          Key: JSON.parse(key),
          ConditionExpression: "#expiry = :seconds",
          ExpressionAttributeNames: { "#expiry": attribute },
          ExpressionAttributeValues: { ":seconds": { N: `${seconds}` } },
        }),
      );
      if (deleted.status !== 200) deleting.delete(key);
    }
    if (expired.length > 0) onWrite();
  };

  const expect = (key: string, seconds: number): void => {
    expiring.set(key, seconds);
    const due = Math.ceil((seconds * 1000) / sweepEvery) * sweepEvery;
    if (!sweeps.has(due))
      sweeps.set(
        due,
        clock.schedule(due, () => sweep(due)),
      );
  };

  return {
    observe: (record) => {
      if (attribute === undefined) return record;
      const key = JSON.stringify(record.dynamodb.Keys);
      const seconds = Number(record.dynamodb.NewImage?.[attribute]?.N);
      if (Number.isFinite(seconds)) expect(key, seconds);
      else expiring.delete(key);
      if (record.eventName !== "REMOVE" || !deleting.delete(key)) return record;
      return { ...record, userIdentity: byTimeToLive };
    },
    clear: () => {
      for (const timer of sweeps.values()) clock.cancel(timer);
      for (const collection of [expiring, sweeps, deleting]) collection.clear();
    },
  };
}
