import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { banner } from "../../infra/local/banner.ts";
import { type Product, startProduct } from "../../infra/local/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct({ port: 0 });
});
afterAll(() => product.stop());

const outbox = z.object({
  items: z.array(z.object({ leadId: z.string().optional(), to: z.string(), link: z.string().optional() })),
});

/** What `npm start` prints must work when it is pasted. */
describe("the first look", () => {
  it("takes the printed lead, tells an agent, and shows the agent's page behind the link", async () => {
    const text = await banner(product);
    const [, authorization = ""] = /-H 'authorization: ([^']+)'/.exec(text) ?? [];
    const [, body = ""] = /-d '(\{"firstName[^']+)'/.exec(text) ?? [];
    const headers = { authorization, "content-type": "application/json" };
    const response = await fetch(`${product.url}/v1/leads`, { method: "POST", headers, body });
    expect(response.status).toBe(201);
    const { leadId } = z.object({ leadId: z.string() }).parse(await response.json());
    await product.cloud.settle();
    const { items } = outbox.parse(await (await fetch(`${product.url}/_local/outbox`)).json());
    const told = items.filter((item) => item.leadId === leadId);
    expect(told.length).toBeGreaterThan(0);
    expect(told[0]?.to).toMatch(/^\+49171392001\d$/);
    expect((await fetch(told[0]?.link ?? "")).status).toBe(200);
  });

  it("takes the form's fields", async () => {
    const page = await (await fetch(`${product.url}/demo/form`)).text();
    const [, action = ""] = /action="([^"]+)"/.exec(page) ?? [];
    const body = new URLSearchParams({ firstName: "Jo", lastName: "Muster", email: "jo@example.com", website: "" });
    const response = await fetch(product.url + action, { method: "POST", body, redirect: "manual" });
    expect([200, 201, 303]).toContain(response.status);
  });

  it("comes back whole after a reset, with a new source key", async () => {
    const before = product.demo()?.sourceKey;
    const response = await fetch(`${product.url}/_local/reset`, { method: "POST" });
    expect(response.status).toBe(200);
    expect(product.demo()?.sourceKey).not.toBe(before);
    const headers = { authorization: `Bearer ${await product.token("admin", ["admin"])}` };
    const agents = z.object({ items: z.array(z.unknown()) });
    expect(agents.parse(await (await fetch(`${product.url}/v1/agents`, { headers })).json()).items).toHaveLength(7);
  });
});
