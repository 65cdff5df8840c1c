import { teamPartition, timeToLive } from "../../contract/table.ts";
import { type TimeOff, timeOff } from "../../schemas/agent.ts";
import type { Key } from "../table/batch-get.ts";
import { queryAll } from "../table/query-all.ts";
import type { Item, Table } from "../table/table.ts";
import { transact } from "../table/transact.ts";
import { deleteFrom } from "../table/versioned.ts";
import { changed } from "./config-head.ts";

export const timeOffPrefix = "OFF#";
const key = (agentId: string, timeOffId: string): Key => ({
  pk: teamPartition,
  sk: `${timeOffPrefix}${agentId}#${timeOffId}`,
});

const stored = timeOff.strip();
export const parseTimeOff = (item: Item): TimeOff => stored.parse(item);

/** Absences are read with the team at every cold start, so they must not pile up; reports look back a year at most. */
const keptForSeconds = 400 * 24 * 3600;

/** Transaction: the absence, and the head. */
export async function addTimeOff(table: Table, off: TimeOff): Promise<void> {
  const expiry = { [timeToLive]: Math.ceil(off.to / 1000) + keptForSeconds };
  const item = { ...key(off.agentId, off.timeOffId), ...off, ...expiry };
  await transact(table, [{ Put: { TableName: table.name, Item: item } }, changed(table, "team")]);
}

/** Transaction: deletes the absence, and the head; false when there is none. */
export function deleteTimeOff(table: Table, agentId: string, timeOffId: string): Promise<boolean> {
  return deleteFrom(table, "team", key(agentId, timeOffId));
}

/** Consistent Query of an agent's absences, keys only. */
export async function timeOffKeys(table: Table, agentId: string): Promise<readonly Key[]> {
  const items = await queryAll(table, {
    KeyConditionExpression: "pk = :team AND begins_with(sk, :absences)",
    ExpressionAttributeValues: { ":team": teamPartition, ":absences": `${timeOffPrefix}${agentId}#` },
    ProjectionExpression: "pk, sk",
    ConsistentRead: true,
  });
  return items.map((item) => ({ pk: String(item.pk), sk: String(item.sk) }));
}
