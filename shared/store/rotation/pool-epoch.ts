import { gunzipSync, gzipSync } from "node:zlib";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type PoolEpoch, poolEpoch } from "../../schemas/rotation.ts";
import { queryAll } from "../table/query-all.ts";
import type { Item, Table } from "../table/table.ts";

/** Two writers may prepare the same epoch with different rosters; the sequence's `rosterId` says which one counts. */
const key = (poolKey: string, epoch: number, rosterId: string) => ({
  pk: `POOL#${poolKey}`,
  sk: `EPOCH#${String(epoch).padStart(6, "0")}#${rosterId}`,
});

const stored = poolEpoch.strip();

/**
 * DynamoDB takes 400 KB. An epoch that would need more than this is packed, and one that needs more even then is split:
 * the first piece stands where an epoch stands, says how many pieces there are, and is written last.
 */
const mostBytes = 300 * 1024;
const firstPiece = z.object({ packed: z.instanceof(Uint8Array), pieces: z.number().int().positive() });
const piece = firstPiece.pick({ packed: true });

/**
 * Query of one epoch with all its pieces, eventually consistent first: an epoch is written once, so what is there as a
 * whole is final. One whose first piece was never written is not there.
 */
export async function readEpoch(
  table: Table,
  poolKey: string,
  epoch: number,
  rosterId: string,
): Promise<PoolEpoch | undefined> {
  const { pk, sk } = key(poolKey, epoch, rosterId);
  for (const ConsistentRead of [false, true]) {
    const items = await queryAll(table, {
      KeyConditionExpression: "pk = :pool AND sk BETWEEN :first AND :last",
      ExpressionAttributeValues: { ":pool": pk, ":first": sk, ":last": `${sk}#~` },
      ConsistentRead,
    });
    const found = fromItems(items);
    if (found) return stored.parse(found);
  }
  return undefined;
}

/** PutItem, of about 15 KB for each 1,000 members once an epoch is packed; several for tens of thousands. */
export async function putEpoch(table: Table, poolKey: string, epoch: PoolEpoch): Promise<void> {
  const { pk, sk } = key(poolKey, epoch.epoch, epoch.rosterId);
  const put = (Item: Item) => table.client.send(new PutCommand({ TableName: table.name, Item }));
  const text = JSON.stringify(epoch);
  if (Buffer.byteLength(text) <= mostBytes) {
    await put({ pk, sk, ...epoch });
    return;
  }
  const [first, ...others] = inPieces(gzipSync(text));
  await Promise.all(others.map((packed, i) => put({ pk, sk: `${sk}#${String(i + 2).padStart(3, "0")}`, packed })));
  await put({ pk, sk, packed: first, pieces: others.length + 1 });
}

function fromItems([first, ...others]: readonly Item[]): unknown {
  if (first?.packed === undefined) return first?.epoch === undefined ? undefined : first;
  const start = firstPiece.safeParse(first).data;
  if (start?.pieces !== others.length + 1) return undefined;
  const packed = Buffer.concat([start.packed, ...others.map((other) => piece.parse(other).packed)]);
  return JSON.parse(gunzipSync(packed).toString());
}

function inPieces(packed: Uint8Array): readonly Uint8Array[] {
  const count = Math.ceil(packed.length / mostBytes);
  return Array.from({ length: count }, (_, i) => packed.subarray(i * mostBytes, (i + 1) * mostBytes));
}
