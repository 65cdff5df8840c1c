import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { RotationPort } from "../../usecases/ports/rotation-port.ts";
import { conditional } from "../table/conditional-write.ts";
import type { Table } from "../table/table.ts";

const key = (poolKey: string) => ({ pk: `POOL#${poolKey}`, sk: "LAST" });

const stored = z.object({ agentId: z.string() });

/** GetItem, consistent. */
export async function readLastTaker(table: Table, poolKey: string): Promise<string | undefined> {
  const { Item: item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key(poolKey), ConsistentRead: true }),
  );
  return item && stored.parse(item).agentId;
}

/** PutItem if the one who was read is still noted (or nobody is, as then), or this lead noted somebody already. */
export async function noteTaker(
  table: Table,
  poolKey: string,
  taker: Parameters<RotationPort["noteTaker"]>[1],
  before: string | undefined,
): Promise<void> {
  await conditional(
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...key(poolKey), ...taker },
        ConditionExpression:
          before === undefined ? "attribute_not_exists(pk) OR leadId = :lead" : "agentId = :before OR leadId = :lead",
        ExpressionAttributeValues: { ":lead": taker.leadId, ...(before !== undefined && { ":before": before }) },
      }),
    ),
  );
}
