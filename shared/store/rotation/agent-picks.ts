import { isDeepStrictEqual } from "node:util";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { keyPrefixes } from "../../contract/table.ts";
import { noPicks, type Picks, picks } from "../../schemas/picks.ts";
import type { PicksPort } from "../../usecases/ports/picks-port.ts";
import { batchGet } from "../table/batch-get.ts";
import { conditional } from "../table/conditional-write.ts";
import type { Item, Table } from "../table/table.ts";

const key = (agentId: string) => ({ pk: `${keyPrefixes.agent}${agentId}`, sk: "PICKS" });

const stored = picks.strip();
const parsePicks = (item: Item): Picks => stored.parse(item);

/** GetItem, consistent. */
export async function readPicks(table: Table, agentId: string): Promise<Picks> {
  const { Item: item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key(agentId), ConsistentRead: true }),
  );
  return item ? parsePicks(item) : noPicks(agentId);
}

/**
 * PutItem over the revision that the guard rails looked at: of an agent's claims at once, the second has to look again.
 * After a lost reply the repeat meets its own write: the very same item, so it counts as done.
 */
export async function replacePicks(table: Table, expected: number, next: Picks): ReturnType<PicksPort["replacePicks"]> {
  const put = await conditional(
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...key(next.agentId), ...next },
        ...(expected === 0
          ? { ConditionExpression: "attribute_not_exists(pk)" }
          : {
              ConditionExpression: "revision = :expected",
              ExpressionAttributeValues: { ":expected": expected },
            }),
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    ),
  );
  if (put.done) return { done: true };
  const current = put.standing ? parsePicks(put.standing) : noPicks(next.agentId);
  return isDeepStrictEqual(current, stored.parse(next)) ? { done: true } : { done: false, current };
}

/** BatchGetItem, eventually consistent: for lists and reports. */
export async function readAllPicks(table: Table, agentIds: readonly string[]): Promise<ReadonlyMap<string, Picks>> {
  const items = await batchGet(table, [...new Set(agentIds)].map(key), { consistent: false });
  return new Map(items.map(parsePicks).map((each) => [each.agentId, each]));
}
