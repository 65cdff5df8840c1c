import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { buyersPartition } from "../../contract/table.ts";
import { type Buyer, type BuyerInput, buyer } from "../../schemas/buyer.ts";
import type { Saved } from "../../usecases/ports.ts";
import { queryAll } from "../table/query-all.ts";
import type { Item, Table } from "../table/table.ts";
import { deleteFrom, putNext, saveVersioned } from "../table/versioned.ts";
import { changed } from "./config-head.ts";

const partition = buyersPartition;
const key = (buyerId: string) => ({ pk: partition, sk: `BUYER#${buyerId}` });

const stored = buyer.strip();
export const parseBuyer = (item: Item): Buyer => stored.parse(item);

/** Query, consistent, in order of ids. */
export async function readBuyers(table: Table): Promise<ReadonlyMap<string, Buyer>> {
  const items = await queryAll(table, {
    KeyConditionExpression: "pk = :buyers",
    ExpressionAttributeValues: { ":buyers": partition },
    ConsistentRead: true,
  });
  return new Map(items.map(parseBuyer).map((each) => [each.buyerId, each]));
}

/** Transaction: the buyer's next version, and the head. `salt` is for a new one: what is there keeps its own. */
export function saveBuyer(
  table: Table,
  buyerId: string,
  input: BuyerInput,
  salt: string,
  expected: number | undefined,
): Promise<Saved<Buyer>> {
  return saveVersioned(table, expected, async () => {
    const { Item: standing } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: key(buyerId), ConsistentRead: true }),
    );
    const current = standing && parseBuyer(standing);
    return {
      current,
      next: (version) => {
        const item = { ...input, buyerId, version, salt: current?.salt ?? salt };
        return { item, writes: [putNext(table, { ...key(buyerId), ...item }), changed(table, "buyers")] };
      },
    };
  });
}

/** Transaction: deletes the buyer, and the head; false when there is none. */
export function deleteBuyer(table: Table, buyerId: string): Promise<boolean> {
  return deleteFrom(table, "buyers", key(buyerId));
}
