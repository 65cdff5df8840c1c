import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import { banner } from "../../infra/local/banner.ts";
import { type Product, startProduct } from "../../infra/local/product.ts";
import { createStore } from "../../shared/store/store.ts";
import { createTableClient } from "../../shared/store/table/table.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct({ port: 0 });
});
afterAll(() => product.stop());

const run = promisify(execFile);
const failed = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });

/** `npm run replay --` with the printed options and these. */
async function replay(options: readonly string[], more: readonly string[] = []) {
  const args = ["shared/runtime/replay-day.ts", ...options, ...more];
  return run(process.execPath, args).then((output) => ({ code: 0, ...output }), failed.parse);
}

async function post(number: number): Promise<string> {
  const response = await fetch(`${product.url}/v1/leads`, {
    method: "POST",
    headers: { authorization: `Bearer ${product.demo()?.sourceKey}`, "content-type": "application/json" },
    body: JSON.stringify({ firstName: "Mia", lastName: "Beispiel", email: `mia${number}@example.com` }),
  });
  return z.object({ leadId: z.string() }).parse(await response.json()).leadId;
}

it("proves the day of a running product by the command it prints, and finds what was forged", async () => {
  const leadIds: string[] = [];
  for (let number = 0; number < 5; number++) leadIds.push(await post(number));
  await product.cloud.settle();
  const [, printed = ""] = /npm run replay -- (.+)/.exec(await banner(product)) ?? [];
  const options = printed.split(" ");

  const honest = await replay(options);
  expect(honest).toMatchObject({ code: 0, stderr: "" });
  expect(honest.stdout).toContain("5 of 5 tickets proven");
  for (const leadId of leadIds) expect(honest.stdout).toMatch(new RegExp(`^${leadId} .* ✓$`, "m"));
  expect(honest.stdout).not.toMatch(/Mia|Beispiel|example\.com/);

  const [, endpoint = "", table = ""] = /--endpoint (\S+) --table (\S+)/.exec(printed) ?? [];
  const { leads } = createStore(
    createTableClient({ endpoint, region: "eu-central-1", credentials: { accessKeyId: "x", secretAccessKey: "x" } }),
    table,
  );
  const body = await leads.body(leadIds[2] ?? "");
  if (!body?.decision) throw new Error("not routed");
  await leads.replaceBody(0, { ...body, revision: 1, decision: { ...body.decision, chosen: ["anna-berger"] } });
  const forged = await replay(options);
  expect(forged.code).toBe(1);
  expect(forged.stdout).toMatch(new RegExp(`^${leadIds[2]} .* anna-berger +✗ it was the turn of`, "m"));
});

it("says what is wrong with how it was called", async () => {
  expect(await replay([], ["--day"])).toMatchObject({ code: 2, stdout: "" });
  expect(await replay(["--endpoint", "http://127.0.0.1:1"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("TABLE_NAME"),
  });
  expect((await replay(["--help"])).stdout).toContain("--endpoint");
});
