import { rmSync } from "node:fs";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type Product, type ProductOptions, startProduct } from "../../infra/local/product.ts";
import { createTableClient } from "../../shared/store/table/table.ts";
import { startDynamoDbLocal } from "../support/dynamodb-local.ts";
import { assemblyWithoutConsumer } from "./assembly-without-consumer.ts";
import { interleave, median, ratio, warmUp } from "./measure.ts";
import { leadPoster } from "./post-leads.ts";
import { type RecordedIntake, recordIntake } from "./recorded-intake.ts";
import { replay } from "./replay.ts";
import type { Part, Result } from "./result.ts";

const together = 16;

/**
 * Leads a second through HTTP, function and store, against a bare loop that sends the same requests to the same DynamoDB
 * Local: recorded from the product's own code, replayed with other ids, no product code around them. On AWS the stream's
 * consumer has processors of its own; here it shares them, so it is switched off first, and runs in a second measurement.
 */
export const intake: Part = async (quick) => {
  const assembly = await assemblyWithoutConsumer();
  try {
    const [alone, direct] = await measure({ port: 0, empty: true, schedules: false, assembly }, quick);
    const [whole] = await measure({ port: 0, empty: true, schedules: false }, quick);
    return [
      { ...alone, name: `take in leads over HTTP, ${together} at a time`, aim: { atLeast: 0.5 } },
      { ...direct, name: "the same, the bare loop past the runner's counters" },
      { ...whole, name: "the same, with all that follows on the same machine" },
    ];
  } finally {
    rmSync(assembly, { recursive: true, force: true });
  }
};

type Compared = Omit<Result, "name" | "aim">;

/** Against the bare loop through the endpoint that the functions have too, and against the one straight to DynamoDB Local. */
async function measure(options: ProductOptions, quick: boolean): Promise<readonly [Compared, Compared]> {
  const product = await startProduct(options);
  const database = await startDynamoDbLocal(product.cloud.database());
  try {
    const table = await database.table();
    const recorded = await recordIntake(table, 10);
    const post = await leadPoster(product);
    const credentials = { accessKeyId: "local", secretAccessKey: "local" };
    const counted = createTableClient({ endpoint: product.cloud.awsEndpoint, region: "local", credentials });
    const count = quick ? 100 : 250;
    const contestants = {
      ours: async () => {
        const rate = await rateTogether(count, post);
        await product.cloud.settle();
        return rate;
      },
      counted: () => rateTogether(count, (i) => replayOne(counted, recorded, i)),
      direct: () => rateTogether(count, (i) => replayOne(table.client, recorded, i)),
    };
    // Each of the function's six workers compiles its own code.
    await rateTogether(count * 4, post);
    await warmUp(1, contestants);
    await sameRequests(product, recorded, post);
    const { ours, ...bare } = await interleave(quick ? 3 : 5, contestants);
    const against = (other: readonly number[], what: string): Compared => ({
      part: "intake",
      ours: { what: "POST /v1/leads", value: median(ours), unit: "leads/s" },
      other: { what, value: median(other), unit: "leads/s" },
      ratio: ratio(ours, other),
    });
    return [
      against(bare.counted, "its requests to DynamoDB, bare"),
      against(bare.direct, "its requests straight to DynamoDB Local"),
    ];
  } finally {
    await database.stop();
    await product.stop();
  }
}

async function replayOne(client: DynamoDBDocumentClient, recorded: readonly RecordedIntake[], i: number) {
  const lead = recorded[i % recorded.length];
  if (lead) await replay(client, lead);
}

/** Throws unless the function sends DynamoDB as many requests for a lead as the bare loop does. */
async function sameRequests(
  { cloud }: Product,
  recorded: readonly RecordedIntake[],
  post: () => Promise<void>,
): Promise<void> {
  const sent = () => cloud.instruments.usage.total().dynamodb.byFunction.Intake?.requests ?? 0;
  const before = sent();
  for (let i = 0; i < recorded.length; i++) await post();
  const replayed = recorded.reduce((sum, { requests }) => sum + requests.length, 0);
  if (sent() - before !== replayed) throw new Error(`${sent() - before} requests were sent, ${replayed} are replayed`);
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
