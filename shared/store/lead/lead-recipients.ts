import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { keyPrefixes } from "../../contract/table.ts";
import { conditional } from "../table/conditional-write.ts";
import { queryAll } from "../table/query-all.ts";
import type { Table } from "../table/table.ts";

const partition = (parentId: string) => `${keyPrefixes.lead}${parentId}`;

/** PutItem if nobody has claimed the recipient, or this very share did: of two shares one gets through. */
export async function claimRecipient(
  table: Table,
  parentId: string,
  recipientId: string,
  shareId: string,
): Promise<boolean> {
  const put = await conditional(
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { pk: partition(parentId), sk: `${keyPrefixes.recipient}${recipientId}`, shareId },
        ConditionExpression: "attribute_not_exists(pk) OR shareId = :share",
        ExpressionAttributeValues: { ":share": shareId },
      }),
    ),
  );
  return put.done;
}

/** Query, consistent, by id. */
export async function readRecipients(table: Table, parentId: string): Promise<readonly string[]> {
  const items = await queryAll(table, {
    KeyConditionExpression: "pk = :lead AND begins_with(sk, :recipient)",
    ExpressionAttributeValues: { ":lead": partition(parentId), ":recipient": keyPrefixes.recipient },
    ConsistentRead: true,
  });
  return items.map(({ sk }) => String(sk).slice(keyPrefixes.recipient.length));
}
