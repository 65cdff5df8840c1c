import { GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type SourceKey, sourceKey } from "../schemas/source.ts";
import { batchGet } from "./batch-get.ts";
import { type ConfigHead, headKey, parseHead } from "./config-head.ts";
import type { Item, Table } from "./table.ts";

const prefix = "KEY#";
const key = (keyHash: string) => ({ pk: `${prefix}${keyHash}`, sk: "KEY" });
/** Hashes of all keys a source ever had: an index could lag, and a revocation must reach every key. */
const listKey = (sourceId: string) => ({ pk: "SOURCES", sk: `KEYS#${sourceId}` });

const stored = sourceKey.strip();
const parseKey = (item: Item): SourceKey => stored.parse(item);
const list = z.object({ hashes: z.set(z.string()).optional() });

/** GetItem, consistent: a revoked key is refused by the very next request. */
export async function readSourceKey(table: Table, keyHash: string): Promise<SourceKey | undefined> {
  const { Item: item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key(keyHash), ConsistentRead: true }),
  );
  return item && parseKey(item);
}

/** BatchGetItem, consistent: what every intake reads first, in one round trip. */
export async function readHeadAndKey(
  table: Table,
  keyHash: string,
): Promise<{ readonly head: ConfigHead; readonly key?: SourceKey }> {
  const items = await batchGet(table, [headKey, key(keyHash)], { consistent: true });
  const found = items.find((item) => item.pk !== headKey.pk);
  return { head: parseHead(items.find((item) => item.pk === headKey.pk)), ...(found && { key: parseKey(found) }) };
}

/** UpdateItem of the list, then PutItem: a crash between the two leaves a hash without a key, which opens nothing. */
export async function putSourceKey(table: Table, keyHash: string, item: SourceKey): Promise<void> {
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: listKey(item.sourceId),
      UpdateExpression: "ADD hashes :hashes",
      ExpressionAttributeValues: { ":hashes": new Set([keyHash]) },
    }),
  );
  await table.client.send(new PutCommand({ TableName: table.name, Item: { ...key(keyHash), ...item } }));
}

/** GetItem of the list, then BatchGetItem, both consistent; in order of hashes. */
export async function readSourceKeys(
  table: Table,
  sourceId: string,
): Promise<readonly { readonly keyHash: string; readonly key: SourceKey }[]> {
  const { Item: item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: listKey(sourceId), ConsistentRead: true }),
  );
  const { hashes } = list.parse(item ?? {});
  const items = await batchGet(table, [...(hashes ?? [])].map(key), { consistent: true });
  return items
    .map((each) => ({ keyHash: String(each.pk).slice(prefix.length), key: parseKey(each) }))
    .sort((a, b) => (a.keyHash < b.keyHash ? -1 : 1));
}
