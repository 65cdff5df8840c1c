import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { timeToLive } from "../../contract/table.ts";
import { type AgentFigures, agentFigures, type Figures } from "../../schemas/figures.ts";
import { queryAll } from "../table/query-all.ts";
import type { Item, Table } from "../table/table.ts";
import { transact } from "../table/transact.ts";
import { changed } from "./config-head.ts";

const partition = "FIGURES";
const prefix = "AGENT#";

const stored = agentFigures.strip();
const parseFigures = (item: Item): AgentFigures => stored.parse(item);

/** Figures that no run replaces any more go after a year. Seconds. */
const keptForSeconds = 400 * 24 * 3600;
const atOnce = 25;

/** Query, in order of ids. */
export async function readFigures(table: Table): Promise<ReadonlyMap<string, AgentFigures>> {
  const items = await queryAll(table, {
    KeyConditionExpression: "pk = :figures AND begins_with(sk, :agent)",
    ExpressionAttributeValues: { ":figures": partition, ":agent": prefix },
    ConsistentRead: true,
  });
  return new Map(items.map(parseFigures).map((each) => [each.agentId, each]));
}

/**
 * PutItem for each agent, DeleteItem for whoever has figures no more, then the head, which makes them count. A reader in
 * between may see some of the new ones early; whoever dies in between is followed by the next day's run.
 */
export async function saveFigures(table: Table, figures: Figures): Promise<void> {
  await inGroups([...figures.values()], (each) => putFigures(table, each));
  const over = [...(await readFigures(table)).keys()].filter((agentId) => !figures.has(agentId));
  await inGroups(over, (agentId) => deleteFigures(table, agentId));
  await transact(table, [changed(table, "figures")]);
}

async function inGroups<T>(all: readonly T[], write: (each: T) => Promise<void>): Promise<void> {
  for (let i = 0; i < all.length; i += atOnce) await Promise.all(all.slice(i, i + atOnce).map(write));
}

const key = (agentId: string) => ({ pk: partition, sk: `${prefix}${agentId}` });

async function putFigures(table: Table, figures: AgentFigures): Promise<void> {
  const expiry = { [timeToLive]: Math.ceil(figures.to / 1000) + keptForSeconds };
  const Item = { ...key(figures.agentId), ...figures, ...expiry };
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
}

/** Of an agent who is gone, and whose last leads are older than the figures' window: they would stand still for good. */
async function deleteFigures(table: Table, agentId: string): Promise<void> {
  await table.client.send(new DeleteCommand({ TableName: table.name, Key: key(agentId) }));
}
