import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { keyPrefixes, sortKeys } from "../../contract/table.ts";
import { type HistoryItem, historyItem } from "../../schemas/lead/event.ts";
import type { LeadsPort } from "../../usecases/ports/ports.ts";
import { conditional } from "../table/conditional-write.ts";
import { queryAll } from "../table/query-all.ts";
import type { Item, Table } from "../table/table.ts";
import { parseLeadToken } from "./lead-token.ts";

const partition = (leadId: string) => `${keyPrefixes.lead}${leadId}`;
const sortKey = (version: number) => `${keyPrefixes.history}${String(version).padStart(6, "0")}`;

const stored = historyItem.strip();
const parseHistoryItem = (item: Item): HistoryItem => stored.parse(item);

/** Query of the lead's history items, oldest first. */
export async function readHistory(
  table: Table,
  leadId: string,
  { consistent = false }: { readonly consistent?: boolean } = {},
): Promise<readonly HistoryItem[]> {
  const items = await queryAll(table, {
    KeyConditionExpression: "pk = :lead AND begins_with(sk, :history)",
    ExpressionAttributeValues: { ":lead": partition(leadId), ":history": keyPrefixes.history },
    ConsistentRead: consistent,
  });
  return items.map(parseHistoryItem);
}

/** PutItem if there is none; false when it was recorded before. */
export async function recordHistory(table: Table, item: HistoryItem): Promise<boolean> {
  const put = await conditional(
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { pk: partition(item.leadId), sk: sortKey(item.to), ...item },
        ConditionExpression: "attribute_not_exists(pk)",
      }),
    ),
  );
  return put.done;
}

/**
 * Consistent Query from the previous commit's history item to TOKEN, which is the lead's last sort key: for the newest
 * commit these are four small items, one read unit. Reading three items by key would bill three.
 */
export async function readProgress(
  table: Table,
  leadId: string,
  previousVersion: number,
  version: number,
): ReturnType<LeadsPort["progress"]> {
  const items = await queryAll(table, {
    KeyConditionExpression: "pk = :lead AND sk BETWEEN :previous AND :token",
    ExpressionAttributeValues: {
      ":lead": partition(leadId),
      ":previous": sortKey(previousVersion),
      ":token": sortKeys.token,
    },
    ConsistentRead: true,
  });
  const token = items.find((item) => item.sk === sortKeys.token);
  const recorded = (to: number) => items.some((item) => item.sk === sortKey(to));
  return {
    recorded: recorded(version),
    previousRecorded: previousVersion === 0 || recorded(previousVersion),
    ...(token && { token: parseLeadToken(token) }),
  };
}
