import { openDynamoDb } from "../../infra/local/dynamodb/dynamodb-local.ts";
import { type Product, startProduct } from "../../infra/local/product.ts";
import { startDynamoDbLocal } from "../support/dynamodb-local.ts";
import { benchTenant, leadNumber } from "./bench-tenant.ts";
import { interleave, median, ratio } from "./measure.ts";
import { recordIntake } from "./recorded-intake.ts";
import { replay } from "./replay.ts";
import type { Part } from "./result.ts";

const together = 16;

/**
 * Leads a second through HTTP, function and store, against a bare loop that sends the same requests to the same DynamoDB
 * Local: recorded from the product's own code, replayed with other ids, no product code around them.
 */
export const intake: Part = async (quick) => {
  const local = await openDynamoDb();
  process.env.DYNAMODB_ENDPOINT = local.url;
  const database = await startDynamoDbLocal();
  const product = await startProduct({ port: 0, empty: true });
  try {
    const table = await database.table();
    const recorded = await recordIntake(table, 10);
    const post = await poster(product);
    const count = quick ? 100 : 300;
    let number = 0;
    const bare = (i: number) => replay(table.client, recorded[i % recorded.length] ?? { leadId: "", requests: [] });
    await rateTogether(count, () => post(number++));
    await rateTogether(count, bare);
    const measured = await interleave(quick ? 2 : 5, {
      ours: async () => {
        const rate = await rateTogether(count, () => post(number++));
        await product.cloud.settle();
        return rate;
      },
      other: () => rateTogether(count, bare),
    });
    return [
      {
        part: "intake",
        name: `take in leads over HTTP, ${together} at a time`,
        ours: { what: "POST /v1/leads", value: median(measured.ours), unit: "leads/s" },
        other: { what: "the same requests to DynamoDB, bare", value: median(measured.other), unit: "leads/s" },
        ratio: ratio(measured.ours, measured.other),
        aim: { atLeast: 0.5 },
      },
    ];
  } finally {
    await product.stop();
    await database.stop();
    await local.stop();
  }
};

async function poster({ url, token }: Product): Promise<(number: number) => Promise<void>> {
  const admin = await token("admin", ["admin"]);
  const send = async (method: string, path: string, key: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${url}/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer}`);
    return JSON.parse(answer);
  };
  for (const { id, body } of benchTenant.agents) await send("PUT", `agents/${id}`, admin, body);
  await send("PUT", "plan", admin, benchTenant.plan);
  const made = await send("PUT", `sources/${benchTenant.source.id}`, admin, benchTenant.source.body);
  const { key } = made as { key: string };
  return async (number) => {
    const answer = (await send("POST", "leads", key, leadNumber(number))) as { status: string };
    if (answer.status !== "offered") throw new Error(`a lead became ${answer.status}`);
  };
}

/** Pieces of work a second, so many under way at once. */
async function rateTogether(count: number, work: (number: number) => Promise<void>): Promise<number> {
  let next = 0;
  const start = performance.now();
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: together }, lane));
  return (count * 1000) / (performance.now() - start);
}
