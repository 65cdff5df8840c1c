import { setTimeout as pause } from "node:timers/promises";
import { BatchGetCommand } from "@aws-sdk/lib-dynamodb";
import { fullJitter, tableRetries } from "./retry.ts";
import type { Item, Table } from "./table.ts";

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** DynamoDB's limit of keys in one request. */
const batchSize = 100;

/** Reads many items by key, those that are there, in no particular order: one round trip for each 100. */
export async function batchGet(
  table: Table,
  keys: readonly Key[],
  options: { readonly consistent: boolean },
): Promise<readonly Item[]> {
  const batches = Array.from({ length: Math.ceil(keys.length / batchSize) }, (_, index) =>
    keys.slice(index * batchSize, (index + 1) * batchSize),
  );
  return (await Promise.all(batches.map((batch) => readBatch(table, batch, options.consistent)))).flat();
}

/** What DynamoDB left unprocessed (throttled, or over 16 MB) is asked for again. */
async function readBatch(table: Table, keys: readonly Key[], consistent: boolean): Promise<readonly Item[]> {
  const items: Item[] = [];
  let rest: Record<string, unknown>[] = keys.map((key) => ({ ...key }));
  for (let failures = 0; rest.length > 0; failures++) {
    if (failures === tableRetries.attempts) throw new Error(`${rest.length} items stay unread: the table is throttled`);
    if (failures > 0) await pause(fullJitter(tableRetries, failures));
    const { Responses, UnprocessedKeys } = await table.client.send(
      new BatchGetCommand({ RequestItems: { [table.name]: { Keys: rest, ConsistentRead: consistent } } }),
    );
    items.push(...(Responses?.[table.name] ?? []));
    rest = UnprocessedKeys?.[table.name]?.Keys ?? [];
  }
  return items;
}
