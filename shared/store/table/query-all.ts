import { paginateQuery, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Item, Table } from "./table.ts";

/** Longer than for one item: a page can be 1 MB, and whoever reads many of them is busy besides. Ms. */
const pageTimeout = 8000;

/** Every item of a query, page by page (1 MB each). */
export async function queryAll(table: Table, query: Omit<QueryCommandInput, "TableName">): Promise<readonly Item[]> {
  const items: Item[] = [];
  const page = { requestTimeout: pageTimeout };
  for await (const { Items = [] } of paginateQuery(
    { client: table.client },
    { TableName: table.name, ...query },
    page,
  )) {
    for (const item of Items) items.push(item);
  }
  return items;
}
