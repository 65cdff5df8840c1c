import { GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { planPartition } from "../../contract/table.ts";
import { type Plan, type PlanInput, plan } from "../../schemas/plan/plan.ts";
import type { Page, Saved } from "../../usecases/ports/ports.ts";
import type { PageOptions } from "../lead/lead-index.ts";
import { cursorOf, sortKeyOf } from "../table/cursor.ts";
import type { Item, Table } from "../table/table.ts";
import type { TransactItem } from "../table/transact.ts";
import { saveVersioned } from "../table/versioned.ts";
import { headKey, readHead } from "./config-head.ts";

const key = (version: number) => ({ pk: planPartition, sk: `V#${String(version).padStart(6, "0")}` });
const sortKeyPattern = /^V#\d{6}$/;

const row = z.object({ version: z.number().int().positive(), savedAt: z.number().int() });
const stored = row.extend({ plan });
const parsePlan = (item: Item): Plan => stored.parse(item).plan;

/** GetItem, consistent: the head may name a version written a moment ago. Every version stays. */
export async function readPlan(table: Table, version: number): Promise<Plan | undefined> {
  const { Item: item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key(version), ConsistentRead: true }),
  );
  return item && parsePlan(item);
}

/** Transaction: the next version beside the ones before, and the head, which names the current one. `now` as epoch ms. */
export function savePlan(
  table: Table,
  input: PlanInput,
  expected: number | undefined,
  now: number,
): Promise<Saved<Plan>> {
  return saveVersioned(table, expected, async () => {
    const { plan: currentVersion } = await readHead(table);
    return {
      current: currentVersion === 0 ? undefined : await readPlan(table, currentVersion),
      next: (version) => {
        const item = { ...input, version };
        const put = { TableName: table.name, Item: { ...key(version), version, savedAt: now, plan: item } };
        return { item, writes: [{ Put: put }, nextPlan(table, version)] };
      },
    };
  });
}

/** The head moves on from the version before; two saves at once cannot both. */
function nextPlan(table: Table, version: number): TransactItem {
  return {
    Update: {
      TableName: table.name,
      Key: headKey,
      UpdateExpression: "SET #plan = :next",
      ConditionExpression: version === 1 ? "attribute_not_exists(#plan)" : "#plan = :standing",
      ExpressionAttributeNames: { "#plan": "plan" },
      ExpressionAttributeValues: { ":next": version, ...(version > 1 && { ":standing": version - 1 }) },
    },
  };
}

/** Query, newest first. A cursor that is not ours gives an empty page. */
export async function listPlans(table: Table, { limit, cursor }: PageOptions): Promise<Page<z.infer<typeof row>>> {
  const before = sortKeyOf(cursor, sortKeyPattern);
  if (before === "foreign") return { items: [] };
  const { Items: items = [], LastEvaluatedKey: last } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: before ? "pk = :plans AND sk < :before" : "pk = :plans",
      ExpressionAttributeValues: { ":plans": planPartition, ...(before && { ":before": before.sortKey }) },
      ProjectionExpression: "version, savedAt",
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return { items: items.map((item) => row.parse(item)), ...(last && { nextCursor: cursorOf(String(last.sk)) }) };
}
