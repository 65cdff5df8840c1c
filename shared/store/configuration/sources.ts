import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { sourcePartition } from "../../contract/table.ts";
import { type Source, type SourceInput, source } from "../../schemas/source.ts";
import type { Saved } from "../../usecases/ports/ports.ts";
import { queryAll } from "../table/query-all.ts";
import type { Item, Table } from "../table/table.ts";
import { deleteFrom, putNext, saveVersioned } from "../table/versioned.ts";
import { changed } from "./config-head.ts";

const prefix = "SOURCE#";
const key = (sourceId: string) => ({ pk: sourcePartition, sk: `${prefix}${sourceId}` });

const stored = source.strip();
export const parseSource = (item: Item): Source => stored.parse(item);

/** Query, consistent, in order of ids. */
export async function readSources(table: Table): Promise<ReadonlyMap<string, Source>> {
  const items = await queryAll(table, {
    KeyConditionExpression: "pk = :sources AND begins_with(sk, :source)",
    ExpressionAttributeValues: { ":sources": sourcePartition, ":source": prefix },
    ConsistentRead: true,
  });
  return new Map(items.map(parseSource).map((each) => [each.sourceId, each]));
}

/** Transaction: the source's next version, and the head. */
export function saveSource(
  table: Table,
  sourceId: string,
  input: SourceInput,
  expected: number | undefined,
): Promise<Saved<Source>> {
  return saveVersioned(table, expected, async () => {
    const { Item: standing } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: key(sourceId), ConsistentRead: true }),
    );
    return {
      current: standing && parseSource(standing),
      next: (version) => {
        const item = { ...input, sourceId, version };
        return { item, writes: [putNext(table, { ...key(sourceId), ...item }), changed(table, "sources")] };
      },
    };
  });
}

/** Transaction: deletes the source, and the head; false when there is none. Its keys stay as they are. */
export function deleteSource(table: Table, sourceId: string): Promise<boolean> {
  return deleteFrom(table, "sources", key(sourceId));
}
