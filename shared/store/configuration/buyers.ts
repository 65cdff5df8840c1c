import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { buyersPartition } from "../../contract/table.ts";
import { type Buyer, type BuyerInput, buyer } from "../../schemas/buyer.ts";
import type { Saved } from "../../usecases/ports/ports.ts";
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
    const current = await readBuyer(table, buyerId);
    return {
      current,
      next: (version) => {
        const earlier = current?.earlierSalts && { earlierSalts: current.earlierSalts };
        const item = { ...input, buyerId, version, salt: current?.salt ?? salt, ...earlier };
        return { item, writes: [putNext(table, { ...key(buyerId), ...item }), changed(table, "buyers")] };
      },
    };
  });
}

/** Transaction: the buyer's next version with these salts, and the head; stale when there is none. */
export function saveBuyerSalts(
  table: Table,
  buyerId: string,
  salts: Pick<Buyer, "salt" | "earlierSalts">,
  expected: number,
): Promise<Saved<Buyer>> {
  return saveVersioned(table, expected, async () => {
    const current = await readBuyer(table, buyerId);
    return {
      current,
      next: (version) => {
        if (current === undefined) throw new Error("a buyer that is not there has no version to expect");
        const item = { ...current, ...salts, version };
        return { item, writes: [putNext(table, { ...key(buyerId), ...item }), changed(table, "buyers")] };
      },
    };
  });
}

/** GetItem, consistent. */
async function readBuyer(table: Table, buyerId: string): Promise<Buyer | undefined> {
  const { Item: item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key(buyerId), ConsistentRead: true }),
  );
  return item && parseBuyer(item);
}

/** Transaction: deletes the buyer, and the head; false when there is none. */
export function deleteBuyer(table: Table, buyerId: string): Promise<boolean> {
  return deleteFrom(table, "buyers", key(buyerId));
}
