import type { Saved } from "../../usecases/ports/ports.ts";
import { type Collection, changed } from "../configuration/config-head.ts";
import { pauseForRivals, rivalRetries } from "./retry.ts";
import type { Item, Table } from "./table.ts";
import { type TransactItem, transact } from "./transact.ts";

interface Versioned {
  readonly version: number;
}
/** What stands, and what the save would write over it as the version given. */
export interface Draft<T> {
  readonly current: T | undefined;
  readonly next: (version: number) => { readonly item: T; readonly writes: readonly TransactItem[] };
}

/**
 * Saves the next version of a configuration item. `expected` is the version that If-Match names, 0 for "nothing there":
 * another standing version makes the save stale. Without it the save is repeated over whatever stands.
 */
export async function saveVersioned<T extends Versioned>(
  table: Table,
  expected: number | undefined,
  draft: () => Promise<Draft<T>>,
): Promise<Saved<T>> {
  for (let rivals = 1; rivals <= rivalRetries.attempts; rivals++) {
    const { current, next } = await draft();
    const standing = current?.version ?? 0;
    if (expected !== undefined && expected !== standing) return { saved: false, reason: "stale", current };
    const { item, writes } = next(standing + 1);
    if (await transact(table, writes)) return { saved: true, item, created: current === undefined };
    await pauseForRivals(rivals);
  }
  throw new Error(`${rivalRetries.attempts} other saves came first`);
}

/** Put of an item with its next version, if what stands is still the version before. */
export function putNext(table: Table, item: Item & Versioned): TransactItem {
  const condition =
    item.version === 1
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : { ConditionExpression: "version = :standing", ExpressionAttributeValues: { ":standing": item.version - 1 } };
  return { Put: { TableName: table.name, Item: item, ...condition } };
}

/** Delete of an item that is there. */
export function deletion(table: Table, key: { readonly pk: string; readonly sk: string }): TransactItem {
  return { Delete: { TableName: table.name, Key: key, ConditionExpression: "attribute_exists(pk)" } };
}

/** Deletes one item and says so in the head; false when there is none. */
export function deleteFrom(
  table: Table,
  collection: Collection,
  key: { readonly pk: string; readonly sk: string },
): Promise<boolean> {
  return transact(table, [deletion(table, key), changed(table, collection)]);
}
