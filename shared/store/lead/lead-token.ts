import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { keyPrefixes, sortKeys } from "../../contract/table.ts";
import { type LeadToken, leadToken } from "../../schemas/lead/workflow.ts";
import { conditional } from "../table/conditional-write.ts";
import type { Item, Table } from "../table/table.ts";

const key = (leadId: string) => ({ pk: `${keyPrefixes.lead}${leadId}`, sk: sortKeys.token });

/** The workflow writes this item itself, without the lead id: it stands in the partition key. */
const stored = leadToken.strip();
export const parseLeadToken = (item: Item): LeadToken =>
  stored.parse({ ...item, leadId: String(item.pk).slice(keyPrefixes.lead.length) });

/** GetItem, consistent. */
export async function readToken(table: Table, leadId: string): Promise<LeadToken | undefined> {
  const { Item: item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key(leadId), ConsistentRead: true }),
  );
  return item && parseLeadToken(item);
}

/** UpdateItem, as the state machine's own integration does it: a late write of an ended cycle changes nothing. */
export async function putToken(table: Table, { leadId, token, wait, cycle, at }: LeadToken): Promise<void> {
  await conditional(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(leadId),
        UpdateExpression: "SET #token = :token, #wait = :wait, #cycle = :cycle, #at = :at",
        ConditionExpression: "attribute_not_exists(#cycle) OR #cycle <= :cycle",
        ExpressionAttributeNames: { "#token": "token", "#wait": "wait", "#cycle": "cycle", "#at": "at" },
        ExpressionAttributeValues: { ":token": token, ":wait": wait, ":cycle": cycle, ":at": at },
      }),
    ),
  );
}
