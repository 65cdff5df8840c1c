import { isDeepStrictEqual } from "node:util";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { keyPrefixes, sortKeys } from "../../contract/table.ts";
import { type LeadBody, leadBody } from "../../schemas/lead/lead.ts";
import type { LeadsPort } from "../../usecases/ports/ports.ts";
import { conditional } from "../table/conditional-write.ts";
import type { Item, Table } from "../table/table.ts";

const key = (leadId: string) => ({ pk: `${keyPrefixes.lead}${leadId}`, sk: sortKeys.body });

const stored = leadBody.strip();
export const parseLeadBody = (item: Item): LeadBody => stored.parse(item);

const bodyItem = (body: LeadBody): Item => ({ ...key(body.leadId), ...body });

/** GetItem, eventually consistent first: only a miss has to be certain, because a repeat must see what an earlier try put. */
export async function readBody(table: Table, leadId: string): Promise<LeadBody | undefined> {
  for (const ConsistentRead of [false, true]) {
    const { Item: item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: key(leadId), ConsistentRead }),
    );
    if (item) return parseLeadBody(item);
  }
  return undefined;
}

/** PutItem if there is none; answers the BODY that stands. */
export async function createBody(table: Table, body: LeadBody): Promise<LeadBody> {
  const put = await conditional(
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: bodyItem(body),
        ConditionExpression: "attribute_not_exists(pk)",
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    ),
  );
  return put.done || !put.standing ? body : parseLeadBody(put.standing);
}

/**
 * PutItem over the revision that the change was made on. After a lost reply the repeat meets its own write: the very same
 * item, so it counts as done.
 */
export async function replaceBody(
  table: Table,
  expected: number,
  body: LeadBody,
): ReturnType<LeadsPort["replaceBody"]> {
  const put = await conditional(
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: bodyItem(body),
        ...(expected === 0
          ? { ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(revision)" }
          : {
              ConditionExpression: "revision = :expected",
              ExpressionAttributeValues: { ":expected": expected },
            }),
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    ),
  );
  if (put.done) return { done: true };
  const current = put.standing && parseLeadBody(put.standing);
  return isDeepStrictEqual(current, body) ? { done: true } : { done: false, current };
}
