import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { ulidToUUID, uuidToULID } from "ulid";
import * as z from "zod";
import { keyPrefixes, timeToLive } from "../../contract/table.ts";
import type { LoadsPort } from "../../usecases/ports/ports.ts";
import { batchGet } from "../table/batch-get.ts";
import { conditional } from "../table/conditional-write.ts";
import type { Item, Table } from "../table/table.ts";

const key = (agentId: string) => ({ pk: `${keyPrefixes.agent}${agentId}`, sk: "LOAD" });

/** `held`: ULIDs of the leads offered to or owned by the agent, 16 bytes each; `revision` counts reserves, `reservedAt` dates the last. */
const stored = z.object({
  pk: z.string(),
  held: z.set(z.instanceof(Uint8Array)).optional(),
  revision: z.number().int().default(0),
  reservedAt: z.number().int().default(0),
});

function parseLoad(item: Item) {
  const { pk, held, ...rest } = stored.parse(item);
  return { agentId: pk.slice(keyPrefixes.agent.length), leadIds: [...(held ?? [])].map(leadIdOf).sort(), ...rest };
}

/**
 * UpdateItem that adds the lead if it is held already or there is room: a set, not a counter, so a repeat after a lost
 * reply takes no second place. DynamoDB drops an emptied set; a capacity of 0 is therefore asked for on its own.
 */
export async function reserve(
  table: Table,
  now: number,
  agentId: string,
  leadId: string,
  capacity: number,
  { force = false, expiresAt }: { readonly force?: boolean; readonly expiresAt?: number } = {},
): Promise<boolean> {
  const lead = bytesOf(leadId);
  const forgotten = expiresAt !== undefined && { ":expiresAt": Math.ceil(expiresAt / 1000) };
  const room = capacity > 0 ? "attribute_not_exists(held) OR size(held) < :capacity OR " : "";
  const condition = {
    ConditionExpression: `${room}contains(held, :lead)`,
    ExpressionAttributeValues: {
      ":leads": new Set([lead]),
      ":one": 1,
      ":now": now,
      ":lead": lead,
      ...(capacity > 0 && { ":capacity": capacity }),
      ...forgotten,
    },
  };
  const update = await conditional(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(agentId),
        UpdateExpression: `ADD held :leads, revision :one SET reservedAt = :now${forgotten ? ", #ttl = :expiresAt" : ""}`,
        ...(forgotten && { ExpressionAttributeNames: { "#ttl": timeToLive } }),
        ...(force
          ? { ExpressionAttributeValues: { ":leads": new Set([lead]), ":one": 1, ":now": now, ...forgotten } }
          : condition),
      }),
    ),
  );
  return update.done;
}

/** UpdateItem; nothing to do if the lead is not held (any more). */
export async function release(table: Table, agentId: string, leadId: string): Promise<void> {
  const lead = bytesOf(leadId);
  await conditional(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(agentId),
        UpdateExpression: "DELETE held :leads",
        ConditionExpression: "contains(held, :lead)",
        ExpressionAttributeValues: { ":leads": new Set([lead]), ":lead": lead },
      }),
    ),
  );
}

/** BatchGetItem, consistent. */
export async function readHeld(
  table: Table,
  agentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const items = await batchGet(table, [...new Set(agentIds)].map(key), { consistent: true });
  const loads = items.map(parseLoad).filter((load) => load.leadIds.length > 0);
  return new Map(loads.map((load) => [load.agentId, load.leadIds]));
}

/** GetItem, consistent. */
export async function readHeldWithRevision(table: Table, agentId: string): ReturnType<LoadsPort["heldWithRevision"]> {
  const { Item: item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key(agentId), ConsistentRead: true }),
  );
  if (!item) return { leadIds: [], revision: 0, reservedAt: 0 };
  const { leadIds, revision, reservedAt } = parseLoad(item);
  return { leadIds, revision, reservedAt };
}

/** UpdateItem that releases only if the agent was given nothing since `revision`; a reserve on its way keeps its place. */
export async function releaseIfUnchanged(
  table: Table,
  agentId: string,
  leadId: string,
  revision: number,
): Promise<boolean> {
  const update = await conditional(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(agentId),
        UpdateExpression: "DELETE held :leads",
        ConditionExpression: "revision = :revision",
        ExpressionAttributeValues: { ":leads": new Set([bytesOf(leadId)]), ":revision": revision },
      }),
    ),
  );
  return update.done;
}

function bytesOf(leadId: string): Uint8Array {
  return Buffer.from(ulidToUUID(leadId.slice("ld_".length)).replaceAll("-", ""), "hex");
}

function leadIdOf(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `ld_${uuidToULID(parts.join("-"))}`;
}
