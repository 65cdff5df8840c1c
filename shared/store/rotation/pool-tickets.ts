import { PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { RotationPort } from "../../usecases/ports/rotation-port.ts";
import { conditional } from "../table/conditional-write.ts";
import { queryAll } from "../table/query-all.ts";
import type { Table } from "../table/table.ts";

/** Used tickets share items: this many numbers in each keep it below one write unit. */
const blockSize = 200;

const partition = (poolKey: string) => `POOL#${poolKey}`;
const digits = (number: number) => String(number).padStart(6, "0");
const goneKey = (poolKey: string, epoch: number, n: number) => ({
  pk: partition(poolKey),
  sk: `GONE#${digits(epoch)}#${digits(n)}`,
});
const usedKey = (poolKey: string, epoch: number, block: number) => ({
  pk: partition(poolKey),
  sk: `USED#${digits(epoch)}#${digits(block)}`,
});

const goneItem = z.object({ n: z.number().int(), agentId: z.string(), reason: z.string() });
const usedItem = z.object({ tickets: z.set(z.number().int()) });

const extraTurnItem = z.object({ epoch: z.number().int() });

type ExtraTurn = Parameters<RotationPort["noteExtraTurn"]>[1];
type Gone = Parameters<RotationPort["recordGone"]>[1];

/** PutItem; the same ticket is always gone for the same reason. */
export async function recordGone(table: Table, poolKey: string, gone: Gone): Promise<void> {
  const { epoch, n, agentId, reason } = gone;
  await table.client.send(
    new PutCommand({ TableName: table.name, Item: { ...goneKey(poolKey, epoch, n), n, agentId, reason } }),
  );
}

/** UpdateItem for each block of 200 numbers; adding to a set twice changes nothing. */
export async function recordUsed(
  table: Table,
  poolKey: string,
  epoch: number,
  tickets: readonly number[],
): Promise<void> {
  const blocks = Map.groupBy(tickets, (n) => Math.floor(n / blockSize));
  await Promise.all(
    [...blocks].map(([block, numbers]) =>
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: usedKey(poolKey, epoch, block),
          UpdateExpression: "ADD tickets :tickets",
          ExpressionAttributeValues: { ":tickets": new Set(numbers) },
        }),
      ),
    ),
  );
}

/** PutItem if there is none; else the one that stands. Never expires: it proves that the turn was given once. */
export async function noteExtraTurn(table: Table, poolKey: string, turn: ExtraTurn): Promise<number> {
  const put = await conditional(
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { pk: partition(poolKey), sk: `EXTRA#${turn.leadId}`, ...turn },
        ConditionExpression: "attribute_not_exists(pk)",
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    ),
  );
  return put.done ? turn.epoch : extraTurnItem.parse(put.standing).epoch;
}

/** Query; ascending. */
export async function readUsed(table: Table, poolKey: string, epoch: number): Promise<readonly number[]> {
  const items = await queryAll(table, {
    KeyConditionExpression: "pk = :pool AND begins_with(sk, :used)",
    ExpressionAttributeValues: { ":pool": partition(poolKey), ":used": `USED#${digits(epoch)}#` },
  });
  return items.flatMap((item) => [...usedItem.parse(item).tickets]).sort((a, b) => a - b);
}

/** Query; by ticket. */
export async function readGone(table: Table, poolKey: string, epoch: number): Promise<readonly Omit<Gone, "epoch">[]> {
  const items = await queryAll(table, {
    KeyConditionExpression: "pk = :pool AND begins_with(sk, :gone)",
    ExpressionAttributeValues: { ":pool": partition(poolKey), ":gone": `GONE#${digits(epoch)}#` },
  });
  return items.map((item) => goneItem.parse(item));
}
