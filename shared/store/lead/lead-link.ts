import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { sortKeys } from "../../contract/table.ts";
import { type LeadLink, leadLink } from "../../schemas/lead/workflow.ts";
import type { Table } from "../table/table.ts";

const key = (tokenHash: string) => ({ pk: `LINK#${tokenHash}`, sk: sortKeys.link });

const stored = leadLink.strip();

/** GetItem, eventually consistent: the link is in the agent's hands seconds after it was put. */
export async function readLink(table: Table, tokenHash: string): Promise<LeadLink | undefined> {
  const { Item: item } = await table.client.send(new GetCommand({ TableName: table.name, Key: key(tokenHash) }));
  return item && stored.parse(item);
}

/** PutItem; the same token always stands for the same link. */
export async function putLink(table: Table, tokenHash: string, link: LeadLink): Promise<void> {
  await table.client.send(new PutCommand({ TableName: table.name, Item: { ...key(tokenHash), ...link } }));
}
