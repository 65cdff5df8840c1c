import { createHash } from "node:crypto";
import { GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { timeToLive } from "../../contract/table.ts";
import type { IntakeClaim, IntakePort } from "../../usecases/ports/intake-port.ts";
import { conditional } from "../table/conditional-write.ts";
import type { Table } from "../table/table.ts";

type ClaimKey = Parameters<IntakePort["claim"]>[0];

/** The value is a sender's own text: hashed, it has one length and shows nothing. */
const key = ({ sourceId, kind, value }: ClaimKey) => ({
  pk: `IDEM#${sourceId}#${kind}#${createHash("sha256").update(value).digest("hex")}`,
  sk: "IDEM",
});

const stored = z.object({ leadId: z.string(), bodyHash: z.string(), at: z.number() });

/** PutItem if there is none, or it has expired (deletion lags by days), or it is this lead's own. */
export async function claim(
  table: Table,
  claimKey: ClaimKey,
  mine: IntakeClaim,
  expiresAt: number,
): ReturnType<IntakePort["claim"]> {
  const put = await conditional(
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...key(claimKey), ...mine, [timeToLive]: Math.ceil(expiresAt / 1000) },
        ConditionExpression: "attribute_not_exists(pk) OR expiresAt <= :now OR leadId = :mine",
        ExpressionAttributeValues: { ":now": Math.floor(mine.at / 1000), ":mine": mine.leadId },
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    ),
  );
  return put.done ? { mine: true } : { mine: false, first: stored.parse(put.standing) };
}

/**
 * UpdateItem if the claim is still the one seen; it keeps its expiry. This very take-over repeated after a lost reply is
 * told by its own lead id; one that keeps the lead's id cannot be told from its rivals and counts as lost: of many repeats
 * one goes on.
 */
export async function takeOver(
  table: Table,
  claimKey: ClaimKey,
  seen: IntakeClaim,
  mine: IntakeClaim,
): Promise<boolean> {
  const asSeen = "(leadId = :seen AND #at = :seenAt)";
  const update = await conditional(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(claimKey),
        UpdateExpression: "SET leadId = :mine, bodyHash = :hash, #at = :now",
        ConditionExpression: seen.leadId === mine.leadId ? asSeen : `${asSeen} OR leadId = :mine`,
        ExpressionAttributeNames: { "#at": "at" },
        ExpressionAttributeValues: {
          ":mine": mine.leadId,
          ":hash": mine.bodyHash,
          ":now": mine.at,
          ":seen": seen.leadId,
          ":seenAt": seen.at,
        },
      }),
    ),
  );
  return update.done;
}

/** GetItem; undefined when there is none or it has expired by `now`. */
export async function readClaim(table: Table, claimKey: ClaimKey, now: number): Promise<IntakeClaim | undefined> {
  const { Item: item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key(claimKey), ConsistentRead: true }),
  );
  return item === undefined || Number(item[timeToLive]) <= Math.floor(now / 1000) ? undefined : stored.parse(item);
}
