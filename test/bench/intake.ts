import { rmSync } from "node:fs";
import { type Product, startProduct } from "../../infra/local/product.ts";
import { startDynamoDbLocal } from "../support/dynamodb-local.ts";
import { assemblyWithoutConsumer } from "./assembly-without-consumer.ts";
import { interleave, median, ratio } from "./measure.ts";
import { leadPoster } from "./post-leads.ts";
import { recordIntake } from "./recorded-intake.ts";
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
    const alone = await startProduct({ port: 0, empty: true, schedules: false, assembly });
    const first = await measure(alone, quick);
    const whole = await startProduct({ port: 0, empty: true, schedules: false });
    const second = await measure(whole, quick);
    return [
      { ...first, name: `take in leads over HTTP, ${together} at a time`, aim: { atLeast: 0.5 } },
      { ...second, name: "the same, with all that follows on the same machine" },
    ];
  } finally {
    rmSync(assembly, { recursive: true, force: true });
  }
};

/** Stops the product when it is done. */
async function measure(product: Product, quick: boolean): Promise<Omit<Result, "name" | "aim">> {
  process.env.DYNAMODB_ENDPOINT = product.tableEndpoint;
  const database = await startDynamoDbLocal();
  try {
    const table = await database.table();
    const recorded = await recordIntake(table, 10);
    const post = await leadPoster(product);
    const count = quick ? 100 : 300;
    const bare = async (i: number) => {
      const lead = recorded[i % recorded.length];
      if (lead) await replay(table.client, lead);
    };
    await rateTogether(count, post);
    await rateTogether(count, bare);
    await sameRequests(product, recorded, post);
    const measured = await interleave(quick ? 3 : 7, {
      ours: async () => {
        const rate = await rateTogether(count, post);
        await product.cloud.settle();
        return rate;
      },
      other: () => rateTogether(count, bare),
    });
    return {
      part: "intake",
      ours: { what: "POST /v1/leads", value: median(measured.ours), unit: "leads/s" },
      other: { what: "its requests to DynamoDB, bare", value: median(measured.other), unit: "leads/s" },
      ratio: ratio(measured.ours, measured.other),
    };
  } finally {
    await database.stop();
    await product.stop();
    delete process.env.DYNAMODB_ENDPOINT;
  }
}

/** Throws unless the function sends DynamoDB as many requests for a lead as the bare loop does. */
async function sameRequests(
  { cloud }: Product,
  recorded: Awaited<ReturnType<typeof recordIntake>>,
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
