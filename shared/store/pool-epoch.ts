import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { type PoolEpoch, poolEpoch } from "../schemas/rotation.ts";
import type { Table } from "./table.ts";

/** Two writers may prepare the same epoch with different rosters; the sequence's `rosterId` says which one counts. */
const key = (poolKey: string, epoch: number, rosterId: string) => ({
  pk: `POOL#${poolKey}`,
  sk: `EPOCH#${String(epoch).padStart(6, "0")}#${rosterId}`,
});

const stored = poolEpoch.strip();

/** DynamoDB takes 400 KB; a roster that comes near must fail with a name before it fails without one. */
const largestBytes = 350 * 1024;

/** The pool's roster with its credits does not fit into an item: some thousands of members. */
export class RosterTooLarge extends Error {
  override readonly name = "RosterTooLarge";
  constructor(poolKey: string, bytes: number) {
    super(`The roster of pool ${poolKey} has ${bytes} bytes, over ${largestBytes}; split the pool by team or area.`);
  }
}

/** GetItem, eventually consistent first: an epoch is written once, so a hit is final. */
export async function readEpoch(
  table: Table,
  poolKey: string,
  epoch: number,
  rosterId: string,
): Promise<PoolEpoch | undefined> {
  for (const ConsistentRead of [false, true]) {
    const { Item: item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: key(poolKey, epoch, rosterId), ConsistentRead }),
    );
    if (item) return stored.parse(item);
  }
  return undefined;
}

/** PutItem. @throws RosterTooLarge */
export async function putEpoch(table: Table, poolKey: string, epoch: PoolEpoch): Promise<void> {
  const bytes = Buffer.byteLength(JSON.stringify(epoch));
  if (bytes > largestBytes) throw new RosterTooLarge(poolKey, bytes);
  await table.client.send(
    new PutCommand({ TableName: table.name, Item: { ...key(poolKey, epoch.epoch, epoch.rosterId), ...epoch } }),
  );
}
