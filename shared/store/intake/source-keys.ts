import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type SourceKey, sourceKey } from "../../schemas/source.ts";
import { type ConfigHead, changed, headKey, parseHead, readHead } from "../configuration/config-head.ts";
import { batchGet } from "../table/batch-get.ts";
import type { Item, Table } from "../table/table.ts";
import { transact } from "../table/transact.ts";

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

/** Keys that a container has seen, with the version of the head's sources at which they stood. */
export type KnownKeys = Map<string, { readonly sources: number; readonly key: SourceKey }>;

interface HeadAndKey {
  readonly head: ConfigHead;
  readonly key?: SourceKey;
}

/**
 * What every intake reads first, in one round trip. A key that this container knows is good while the head says that its
 * sources have not changed: GetItem of the head alone; else BatchGetItem of both. Consistent.
 */
export async function readHeadAndKey(table: Table, known: KnownKeys, keyHash: string): Promise<HeadAndKey> {
  const cached = known.get(keyHash);
  const head = cached && (await readHead(table));
  if (cached && head?.sources === cached.sources) return { head, key: cached.key };
  const found = await readBoth(table, keyHash);
  if (found.key) known.set(keyHash, { sources: found.head.sources, key: found.key });
  return found;
}

async function readBoth(table: Table, keyHash: string): Promise<HeadAndKey> {
  const items = await batchGet(table, [headKey, key(keyHash)], { consistent: true });
  const found = items.find((item) => item.pk !== headKey.pk);
  return { head: parseHead(items.find((item) => item.pk === headKey.pk)), ...(found && { key: parseKey(found) }) };
}

/** One transaction: the key, its hash in the source's list, and the head, so that no cached key outlives a revocation. */
export async function putSourceKey(table: Table, keyHash: string, item: SourceKey): Promise<void> {
  await transact(table, [
    {
      Update: {
        TableName: table.name,
        Key: listKey(item.sourceId),
        UpdateExpression: "ADD hashes :hashes",
        ExpressionAttributeValues: { ":hashes": new Set([keyHash]) },
      },
    },
    { Put: { TableName: table.name, Item: { ...key(keyHash), ...item } } },
    changed(table, "sources"),
  ]);
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
