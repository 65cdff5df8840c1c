import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";

export interface Units {
  readonly reads: number;
  readonly writes: number;
  readonly roundTrips: number;
}

const capacity = z.object({ CapacityUnits: z.number() });
const output = z.object({ ConsumedCapacity: z.union([capacity, z.array(capacity)]) });
const transaction = z.object({ TransactItems: z.array(z.unknown()) });
const single = z.object({ ConsistentRead: z.boolean().default(false) });
const batch = z.object({
  RequestItems: z.record(z.string(), z.object({ Keys: z.array(z.unknown()), ConsistentRead: z.boolean() })),
});
const readOperations = /^(Get|BatchGet|Query|Scan)/;

/**
 * Counts what the client's requests cost from now on; `since` answers and starts again. A refused condition is billed like
 * the write it stopped. Transactions are counted by their items at two units each, because DynamoDB Local adds them up
 * wrongly; their items here are below 1 KB. What is not there is billed as the smallest read, which it forgets in queries and batches.
 */
export function countUnits(client: DynamoDBDocumentClient): { since(): Units } {
  let units: Units = { reads: 0, writes: 0, roundTrips: 0 };
  const add = (reads: number, writes: number) => {
    units = { reads: units.reads + reads, writes: units.writes + writes, roundTrips: units.roundTrips + 1 };
  };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const operation = String(context.commandName);
      const asked = { ...args, input: { ...args.input, ReturnConsumedCapacity: "TOTAL" } };
      const answer = await next(asked).catch((error: unknown) => {
        if (error instanceof ConditionalCheckFailedException) add(0, 1);
        throw error;
      });
      const items = transaction.safeParse(args.input).data?.TransactItems;
      const consumed = [output.parse(answer.output).ConsumedCapacity].flat();
      const total = consumed.reduce((sum, each) => sum + each.CapacityUnits, 0);
      if (items) add(0, items.length * 2);
      else if (readOperations.test(operation)) add(Math.max(total, leastOf(args.input)), 0);
      else add(0, total);
      return answer;
    },
    { step: "initialize", name: "countUnits" },
  );
  return {
    since: () => {
      const counted = units;
      units = { reads: 0, writes: 0, roundTrips: 0 };
      return counted;
    },
  };
}

function leastOf(input: unknown): number {
  const unit = (consistent: boolean) => (consistent ? 1 : 0.5);
  const tables = batch.safeParse(input).data?.RequestItems;
  if (!tables) return unit(single.parse(input).ConsistentRead);
  return Object.values(tables).reduce((sum, table) => sum + table.Keys.length * unit(table.ConsistentRead), 0);
}
