import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Item, Table } from "../table/table.ts";
import type { TransactItem } from "../table/transact.ts";

export const headKey = { pk: "CONFIG", sk: "HEAD" } as const;

const version = z.number().int().nonnegative().default(0);
const stored = z.object({
  plan: version,
  team: version,
  sources: version,
  areas: version,
  figures: version,
  buyers: version,
});
/** How often each collection has changed; the plan's is its version. One read tells whether a cache is still true. */
export type ConfigHead = z.infer<typeof stored>;
export type Collection = Exclude<keyof ConfigHead, "plan">;

/** No item yet: nothing was ever configured. */
export const parseHead = (item: Item | undefined): ConfigHead => stored.parse(item ?? {});

/** GetItem, consistent: the very next request sees a change. */
export async function readHead(table: Table): Promise<ConfigHead> {
  const { Item: item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: headKey, ConsistentRead: true }),
  );
  return parseHead(item);
}

/** The part of a transaction that says a collection has changed. */
export function changed(table: Table, collection: Collection): TransactItem {
  return {
    Update: {
      TableName: table.name,
      Key: headKey,
      UpdateExpression: "ADD #collection :one",
      ExpressionAttributeNames: { "#collection": collection },
      ExpressionAttributeValues: { ":one": 1 },
    },
  };
}
