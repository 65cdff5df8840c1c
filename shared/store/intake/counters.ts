import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { timeToLive } from "../../contract/table.ts";
import { conditional } from "../table/conditional-write.ts";
import type { Table } from "../table/table.ts";

/** The counter's name holds its period (a day, a minute), so each period begins at nothing. */
const key = (counter: string) => ({ pk: `COUNT#${counter}`, sk: "COUNT" });

/** UpdateItem that adds one unless the cap is reached. A lost reply counts twice: a cap may be met early, never late. */
export async function countUpTo(table: Table, counter: string, cap: number, expiresAt: number): Promise<boolean> {
  // A counter that is not there yet would let the first one through.
  if (cap < 1) return false;
  const update = await conditional(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(counter),
        UpdateExpression: "ADD #count :one SET #expiry = :expiry",
        ConditionExpression: "attribute_not_exists(#count) OR #count < :cap",
        ExpressionAttributeNames: { "#count": "count", "#expiry": timeToLive },
        ExpressionAttributeValues: { ":one": 1, ":cap": cap, ":expiry": Math.ceil(expiresAt / 1000) },
      }),
    ),
  );
  return update.done;
}
