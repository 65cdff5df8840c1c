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
/** The team says besides what has changed. */
export type Collection = Exclude<keyof ConfigHead, "plan" | "team">;

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

type ReadInOrder = <T extends { readonly head: ConfigHead }>(read: () => Promise<T>) => Promise<T>;

/**
 * Of heads that were asked for side by side the newest counts for whoever comes in later, so that nobody goes back to
 * what was known before and reads it anew.
 */
export function createHeadOrder(): ReadInOrder {
  let arrivals = 0;
  let newest: { readonly head: ConfigHead; readonly arrival: number } | undefined;
  return async (read) => {
    const before = arrivals;
    const found = await read();
    const meanwhile = newest && newest.arrival > before && total(newest.head) > total(found.head);
    const head = meanwhile && newest ? newest.head : found.head;
    arrivals += 1;
    newest = { head, arrival: arrivals };
    return { ...found, head };
  };
}

/** Every count only grows: of two heads the one with more changes in all is the later. */
function total(head: ConfigHead): number {
  return Object.values(head).reduce((sum, count) => sum + count, 0);
}
