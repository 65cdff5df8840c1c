import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { IntakePort } from "../../usecases/ports/intake-port.ts";
import { conditional } from "../table/conditional-write.ts";
import type { Item, Table } from "../table/table.ts";

type Kind = Parameters<IntakePort["mark"]>[0];
type Mine = Parameters<IntakePort["mark"]>[2];
type TakeOver = NonNullable<Parameters<IntakePort["mark"]>[3]>;

const key = (kind: Kind, hash: string) => ({ pk: `MARK#${kind}#${hash}`, sk: "MARK" });

/** `previous`: the lead whose mark had expired when this lead put its own. */
const stored = z.object({ leadId: z.string(), at: z.number(), until: z.number(), previous: z.string().optional() });

/**
 * UpdateItem if there is no mark, or it is this lead's own, or its lead never came to be. An expired mark takes a second
 * UpdateItem that keeps its lead as `previous`, so that a repeat of this intake still learns whom the person knew. Marks
 * have no time to live for the same reason (A3, C12).
 */
export async function mark(
  table: Table,
  kind: Kind,
  hash: string,
  mine: Mine,
  takeOver: TakeOver = {},
): ReturnType<IntakePort["mark"]> {
  const abandoned = abandonedBy(takeOver);
  const fresh = await conditional(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(kind, hash),
        UpdateExpression: "SET leadId = :mine, #at = :at, #until = :until",
        ConditionExpression: `attribute_not_exists(pk) OR leadId = :mine${abandoned.condition}`,
        ExpressionAttributeNames: { "#at": "at", "#until": "until" },
        ExpressionAttributeValues: { ...valuesOf(mine), ...abandoned.values },
        ReturnValues: "ALL_NEW",
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    ),
  );
  if (fresh.done) return ownedBy(fresh.output.Attributes);
  const standing = stored.parse(fresh.standing);
  if (standing.until > mine.at) return { mine: false, first: standing.leadId, claimedAt: standing.at };
  return succeed(table, kind, hash, mine, standing);
}

/** Follows an expired mark; whoever else did so first has the person. */
async function succeed(
  table: Table,
  kind: Kind,
  hash: string,
  mine: Mine,
  expired: z.infer<typeof stored>,
): ReturnType<IntakePort["mark"]> {
  const update = await conditional(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(kind, hash),
        UpdateExpression: "SET previous = leadId, leadId = :mine, #at = :at, #until = :until",
        ConditionExpression: "leadId = :expired AND #until = :expiredAt",
        ExpressionAttributeNames: { "#at": "at", "#until": "until" },
        ExpressionAttributeValues: { ...valuesOf(mine), ":expired": expired.leadId, ":expiredAt": expired.until },
        ReturnValues: "ALL_NEW",
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    ),
  );
  if (update.done) return ownedBy(update.output.Attributes);
  const standing = stored.parse(update.standing);
  if (standing.leadId === mine.leadId) return ownedBy(update.standing);
  return { mine: false, first: standing.leadId, claimedAt: standing.at };
}

/** With `claimedAt` the mark must still be the one seen: a lead that put it again since is at work. */
function abandonedBy({ takeOverFrom, claimedAt }: TakeOver): { readonly condition: string; readonly values: Item } {
  if (takeOverFrom === undefined) return { condition: "", values: {} };
  if (claimedAt === undefined) return { condition: " OR leadId = :abandoned", values: { ":abandoned": takeOverFrom } };
  return {
    condition: " OR (leadId = :abandoned AND #at = :claimedAt)",
    values: { ":abandoned": takeOverFrom, ":claimedAt": claimedAt },
  };
}

function valuesOf(mine: Mine): Item {
  return { ":mine": mine.leadId, ":at": mine.at, ":until": mine.until };
}

function ownedBy(item: Item | undefined): { readonly mine: true; readonly previous?: string } {
  const { previous } = stored.parse(item);
  return { mine: true, ...(previous !== undefined && { previous }) };
}

/** GetItem: the lead whose mark it is, expired or not. */
export async function readMark(table: Table, kind: Kind, hash: string): Promise<string | undefined> {
  const { Item: item } = await table.client.send(new GetCommand({ TableName: table.name, Key: key(kind, hash) }));
  return item && stored.parse(item).leadId;
}
