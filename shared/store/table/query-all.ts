import { paginateQuery, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Item, Table } from "./table.ts";

/** Every item of a query, page by page (1 MB each). */
export async function queryAll(table: Table, query: Omit<QueryCommandInput, "TableName">): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const page of paginateQuery({ client: table.client }, { TableName: table.name, ...query })) {
    items.push(...(page.Items ?? []));
  }
  return items;
}
