import { teamPartition, timeToLive } from "../../contract/table.ts";
import { type TimeOff, timeOff } from "../../schemas/agent.ts";
import type { Key } from "../table/batch-get.ts";
import { queryAll } from "../table/query-all.ts";
import type { Item, Table } from "../table/table.ts";
import { deletion } from "../table/versioned.ts";
import { changeTeam } from "./team-changes.ts";

export const timeOffPrefix = "OFF#";
const key = (agentId: string, timeOffId: string): Key => ({
  pk: teamPartition,
  sk: `${timeOffPrefix}${agentId}#${timeOffId}`,
});

const stored = timeOff.strip();
export const parseTimeOff = (item: Item): TimeOff => stored.parse(item);

/** Absences are read with the team at every cold start, so they must not pile up; reports look back a year at most. */
const keptForSeconds = 400 * 24 * 3600;

/** Transaction: the absence, and the head with the change. `now` in epoch ms. */
export async function addTimeOff(table: Table, now: number, off: TimeOff): Promise<void> {
  const expiry = { [timeToLive]: Math.ceil(off.to / 1000) + keptForSeconds };
  const item = { ...key(off.agentId, off.timeOffId), ...off, ...expiry };
  const writes = [{ Put: { TableName: table.name, Item: item } }];
  await changeTeam(table, now, { writes, changes: [{ sk: item.sk, item }] });
}

/** Transaction: deletes the absence, and the head with the change; false when there is none. `now` in epoch ms. */
export function deleteTimeOff(table: Table, now: number, agentId: string, timeOffId: string): Promise<boolean> {
  const { pk, sk } = key(agentId, timeOffId);
  return changeTeam(table, now, { writes: [deletion(table, { pk, sk })], changes: [{ sk }] });
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
