import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { type Area, type AreaDraft, area } from "../../schemas/area.ts";
import type { Saved } from "../../usecases/ports/ports.ts";
import { queryAll } from "../table/query-all.ts";
import type { Item, Table } from "../table/table.ts";
import { deleteFrom, putNext, saveVersioned } from "../table/versioned.ts";
import { changed } from "./config-head.ts";

const partition = "AREAS";
const key = (areaId: string) => ({ pk: partition, sk: `AREA#${areaId}` });

const stored = area.strip();
const parseArea = (item: Item): Area => stored.parse(item);

/** Query, consistent, in order of ids. */
export async function readAreas(table: Table): Promise<ReadonlyMap<string, Area>> {
  const items = await queryAll(table, {
    KeyConditionExpression: "pk = :areas",
    ExpressionAttributeValues: { ":areas": partition },
    ConsistentRead: true,
  });
  return new Map(items.map(parseArea).map((each) => [each.areaId, each]));
}

/** Transaction: the area's next version, and the head. */
export function saveArea(
  table: Table,
  areaId: string,
  input: AreaDraft,
  expected: number | undefined,
): Promise<Saved<Area>> {
  return saveVersioned(table, expected, async () => {
    const { Item: standing } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: key(areaId), ConsistentRead: true }),
    );
    return {
      current: standing && parseArea(standing),
      next: (version) => {
        const item = { ...input, areaId, version };
        return { item, writes: [putNext(table, { ...key(areaId), ...item }), changed(table, "areas")] };
      },
    };
  });
}

/** Transaction: deletes the area, and the head; false when there is none. */
export function deleteArea(table: Table, areaId: string): Promise<boolean> {
  return deleteFrom(table, "areas", key(areaId));
}
