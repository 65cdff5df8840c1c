import * as z from "zod";
import { type Item, itemSize } from "./item-size.ts";
import type { Table } from "./table-resource.ts";

export interface Units {
  readonly readUnits: number;
  readonly writeUnits: number;
}

const reads = ["GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems"];
const writes = ["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems"];

export const isWrite = (operation: string): boolean => writes.includes(operation);
/** Whether an operation moves items, so that it is billed by their size. */
export const isBilled = (operation: string): boolean => reads.includes(operation) || isWrite(operation);

const consumedSchema = z.union([
  z.object({ CapacityUnits: z.number() }),
  z.array(z.object({ CapacityUnits: z.number() })),
]);

const itemSchema = z.custom<Item>((value) => typeof value === "object" && value !== null);
const change = z.object({
  TableName: z.string(),
  Key: itemSchema.default({}),
  UpdateExpression: z.string().default(""),
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  ExpressionAttributeValues: itemSchema.default({}),
});
const transactionSchema = z.object({
  TransactItems: z.array(
    z.object({
      Put: z.object({ TableName: z.string(), Item: itemSchema }).optional(),
      Update: change.optional(),
      Delete: change.optional(),
      ConditionCheck: change.optional(),
    }),
  ),
});

/** Units of a request that succeeded, from the capacity DynamoDB Local reports; transactions are counted here. */
export function billedUnits(operation: string, input: unknown, consumed: unknown, tables: readonly Table[]): Units {
  if (operation === "TransactWriteItems") return { readUnits: 0, writeUnits: transactionUnits(input, tables) };
  const units = [consumedSchema.parse(consumed)].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
  return isWrite(operation) ? { readUnits: 0, writeUnits: units } : { readUnits: units, writeUnits: 0 };
}

/** A write refused by its condition is billed too: by the existing item's size, which the answer does not tell: one unit. */
export function refusedUnits(operation: string, answer: string, input: unknown): Units {
  const refused = isWrite(operation) && /ConditionalCheckFailed/.test(answer);
  if (!refused) return { readUnits: 0, writeUnits: 0 };
  return { readUnits: 0, writeUnits: operation === "TransactWriteItems" ? transactionUnits(input, []) : 1 };
}

/**
 * Two units per started KB and item (AWS), where DynamoDB Local 3.3.1 adds up only one action of each kind. Sizes are
 * those in the request, and an update counts for each index whose key it names.
 */
function transactionUnits(input: unknown, tables: readonly Table[]): number {
  const { TransactItems } = transactionSchema.parse(input);
  return TransactItems.reduce((sum, { Put, Update, Delete, ConditionCheck }) => {
    const action = Put ?? Update ?? Delete ?? ConditionCheck;
    const table = tables.find(({ name }) => name === action?.TableName);
    const named = Update && [Update.UpdateExpression, ...Object.values(Update.ExpressionAttributeNames)].join(" ");
    const indexes = (table?.indexes ?? []).filter((keys) =>
      Put ? keys.every((key) => key in Put.Item) : keys.some((key) => named?.includes(key)),
    ).length;
    const item = Put?.Item ?? { ...Update?.Key, ...Update?.ExpressionAttributeValues };
    return sum + 2 * (Math.max(1, Math.ceil(itemSize(item) / 1024)) + indexes);
  }, 0);
}
