import * as z from "zod";
import { teamPartition, timeToLive } from "../../contract/table.ts";
import { queryAll } from "../table/query-all.ts";
import { pauseForRivals, rivalRetries } from "../table/retry.ts";
import type { Item, Table } from "../table/table.ts";
import { type TransactItem, transact } from "../table/transact.ts";
import { headKey, readHead } from "./config-head.ts";

/** Sorts behind all that the team consists of. */
export const changesPrefix = "V#";
const sortKey = (version: number) => `${changesPrefix}${String(version).padStart(9, "0")}`;

/** Long after the last container that could still ask for them. Seconds. */
const keptForSeconds = 2 * 24 * 3600;

const change = z.object({ sk: z.string(), item: z.record(z.string(), z.unknown()).optional() });
/** An item of the team as it was written, or without `item` its deletion. */
export interface TeamChange {
  readonly sk: string;
  readonly item?: Item | undefined;
}
const stored = z.object({ changes: z.array(change) });

/**
 * The parts of a transaction that say what has changed in the team: the head counts one further, and this count's item
 * holds the changes, so that whoever knows the team reads them alone and not thousands of agents again. It fails when
 * somebody else's change came first. `now` in epoch ms.
 */
export function teamChanged(
  table: Table,
  standing: number,
  changes: readonly TeamChange[],
  now: number,
): readonly TransactItem[] {
  const next = standing + 1;
  const expiry = { [timeToLive]: Math.ceil(now / 1000) + keptForSeconds };
  return [
    { Put: { TableName: table.name, Item: { pk: teamPartition, sk: sortKey(next), changes, ...expiry } } },
    {
      Update: {
        TableName: table.name,
        Key: headKey,
        UpdateExpression: "SET team = :next",
        ConditionExpression: standing === 0 ? "attribute_not_exists(team)" : "team = :standing",
        ExpressionAttributeValues: { ":next": next, ...(standing > 0 && { ":standing": standing }) },
      },
    },
  ];
}

/** What became of the team after `from` up to `to`, in order, or undefined when it is not known any more. Query, consistent. */
export async function readTeamChanges(
  table: Table,
  from: number,
  to: number,
): Promise<readonly TeamChange[] | undefined> {
  const items = await queryAll(table, {
    KeyConditionExpression: "pk = :team AND sk BETWEEN :first AND :last",
    ExpressionAttributeValues: { ":team": teamPartition, ":first": sortKey(from + 1), ":last": sortKey(to) },
    ConsistentRead: true,
  });
  return items.length === to - from ? items.flatMap((item) => stored.parse(item).changes) : undefined;
}

/** One change of the team. */
export interface TeamWrite {
  readonly writes: readonly TransactItem[];
  readonly changes: readonly TeamChange[];
}

/**
 * Transaction: the writes, and the head with what has changed; tried again when somebody else's change of the team came
 * first. False when another condition failed: then the head stands as it was read.
 */
export async function changeTeam(table: Table, now: number, { writes, changes }: TeamWrite): Promise<boolean> {
  let before: number | undefined;
  for (let rivals = 1; rivals <= rivalRetries.attempts; rivals++) {
    const { team } = await readHead(table);
    if (team === before) return false;
    if (await transact(table, [...writes, ...teamChanged(table, team, changes, now)])) return true;
    before = team;
    await pauseForRivals(rivals);
  }
  throw new Error(`${rivalRetries.attempts} other changes of the team came first`);
}
