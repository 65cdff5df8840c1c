import { GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { keyPrefixes, sortKeys, timeToLive } from "../../contract/table.ts";
import { type LeadBody, type LeadState, leadState } from "../../schemas/lead/lead.ts";
import type { LeadsPort } from "../../usecases/ports/ports.ts";
import { batchGet } from "../table/batch-get.ts";
import { conditional } from "../table/conditional-write.ts";
import type { Item, Table } from "../table/table.ts";
import { parseLeadBody } from "./lead-body.ts";
import { indexAttributes } from "./lead-index.ts";

const key = (leadId: string) => ({ pk: `${keyPrefixes.lead}${leadId}`, sk: sortKeys.state });

/** Drops keys and index attributes; also what a newer release may have added, so that an older one still reads it. */
const stored = leadState.strip();
export const parseLeadState = (item: Item): LeadState => stored.parse(item);

/** A4: a rejected lead is kept 30 days for the inspector. */
const rejectedForSeconds = 30 * 24 * 3600;

export function stateItem(state: LeadState): Item {
  const expiry = { [timeToLive]: Math.ceil(state.receivedAt / 1000) + rejectedForSeconds };
  return {
    ...key(state.leadId),
    ...state,
    ...indexAttributes(state),
    ...(state.status === "rejected" ? expiry : {}),
  };
}

/** GetItem, consistent. */
export async function readState(table: Table, leadId: string): Promise<LeadState | undefined> {
  const { Item: item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key(leadId), ConsistentRead: true }),
  );
  return item && parseLeadState(item);
}

/** BatchGetItem; in the order asked. */
export async function readStates(
  table: Table,
  leadIds: readonly string[],
  { consistent = false }: { readonly consistent?: boolean } = {},
): Promise<readonly LeadState[]> {
  const items = await batchGet(table, [...new Set(leadIds)].map(key), { consistent });
  const found = new Map(items.map((item) => [item.leadId, parseLeadState(item)]));
  return leadIds.flatMap((leadId) => found.get(leadId) ?? []);
}

/** Query over the lead's own items from BODY to STATE; the history between the two is read along, a few hundred bytes. */
export async function readLead(
  table: Table,
  leadId: string,
  { consistent = false }: { readonly consistent?: boolean } = {},
): Promise<{ readonly state: LeadState; readonly body: LeadBody } | undefined> {
  const { Items: items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: "pk = :lead AND sk BETWEEN :body AND :state",
      ExpressionAttributeValues: {
        ":lead": `${keyPrefixes.lead}${leadId}`,
        ":body": sortKeys.body,
        ":state": sortKeys.state,
      },
      ConsistentRead: consistent,
    }),
  );
  const body = items.find((item) => item.sk === sortKeys.body);
  const state = items.find((item) => item.sk === sortKeys.state);
  return body && state && { state: parseLeadState(state), body: parseLeadBody(body) };
}

/** PutItem if there is none; answers the STATE that stands. */
export async function createState(table: Table, state: LeadState): Promise<LeadState> {
  const put = await conditional(
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: stateItem(state),
        ConditionExpression: "attribute_not_exists(pk)",
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    ),
  );
  return put.done || !put.standing ? state : parseLeadState(put.standing);
}

/**
 * PutItem over the version that the decision was made on. After a lost reply the repeat meets its own write: the commit id
 * tells, so it counts as done.
 */
export async function commitState(
  table: Table,
  expectedVersion: number,
  next: LeadState,
): ReturnType<LeadsPort["commit"]> {
  const put = await conditional(
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: stateItem(next),
        ConditionExpression: "version = :expected",
        ExpressionAttributeValues: { ":expected": expectedVersion },
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    ),
  );
  if (put.done) return { done: true };
  const current = put.standing && parseLeadState(put.standing);
  return current?.commitId === next.commitId ? { done: true } : { done: false, current };
}
