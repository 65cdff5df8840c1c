import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type PoolSequence, poolSequence } from "../../schemas/rotation.ts";
import type { RotationPort } from "../../usecases/ports/rotation-port.ts";
import { conditional } from "../table/conditional-write.ts";
import type { Item, Table } from "../table/table.ts";

const key = (poolKey: string) => ({ pk: `POOL#${poolKey}`, sk: "SEQ" });

const stored = poolSequence.strip();
const parseSequence = (item: Item): PoolSequence => stored.parse(item);
const drawn = z.object({ n: z.number().int().positive() });

/** GetItem, consistent. */
export async function readSequence(table: Table, poolKey: string): Promise<PoolSequence | undefined> {
  const { Item: item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key(poolKey), ConsistentRead: true }),
  );
  return item && parseSequence(item);
}

/**
 * One guarded ADD draws a ticket: one write unit, no read before it and no conflict at any concurrency. A failed guard
 * answers with the sequence as it stands. A lost reply leaves a number that nobody uses, which the rotation expects.
 */
export async function draw(
  table: Table,
  poolKey: string,
  epoch: number,
  now: number,
): ReturnType<RotationPort["draw"]> {
  const update = await conditional(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(poolKey),
        UpdateExpression: "ADD n :one",
        ConditionExpression: "epoch = :epoch AND validUntil > :now",
        ExpressionAttributeValues: { ":one": 1, ":epoch": epoch, ":now": now },
        ReturnValues: "UPDATED_NEW",
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    ),
  );
  if (update.done) return { drawn: true, n: drawn.parse(update.output.Attributes).n };
  return { drawn: false, ...(update.standing && { sequence: parseSequence(update.standing) }) };
}

/**
 * UpdateItem that closes the epoch `from` and begins the next: no ticket of the old roster can be drawn after it. The
 * roster's id tells a repeat that its own first try did it.
 */
export async function openEpoch(
  table: Table,
  poolKey: string,
  from: number,
  next: { readonly rosterId: string; readonly validUntil: number },
): ReturnType<RotationPort["openEpoch"]> {
  const update = await conditional(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(poolKey),
        UpdateExpression:
          "SET prevN = if_not_exists(n, :zero), n = :zero, epoch = :next, validUntil = :validUntil, rosterId = :rosterId",
        ConditionExpression: from === 0 ? "attribute_not_exists(epoch)" : "epoch = :from",
        ExpressionAttributeValues: {
          ":zero": 0,
          ":next": from + 1,
          ":validUntil": next.validUntil,
          ":rosterId": next.rosterId,
          ...(from > 0 && { ":from": from }),
        },
        ReturnValues: "ALL_NEW",
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    ),
  );
  const item = update.done ? update.output.Attributes : update.standing;
  if (!item) throw new Error(`the pool ${poolKey} has no sequence`);
  const sequence = parseSequence(item);
  return { opened: sequence.epoch === from + 1 && sequence.rosterId === next.rosterId, sequence };
}
