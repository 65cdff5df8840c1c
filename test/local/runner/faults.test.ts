import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RunningFixture, runFixture } from "./running-fixture.ts";

let fixture: RunningFixture;
beforeAll(async () => {
  fixture = await runFixture();
});
afterAll(() => fixture.stop());
beforeEach(async () => {
  await fixture.call("POST", "/_local/reset", { empty: true });
});

const puts = async (): Promise<number> => (await fixture.usage()).total.dynamodb.byOperation.PutItem ?? 0;
const only = { service: "dynamodb", operation: "PutItem", function: "Api" };

describe("injected faults", () => {
  it("throttles a request; the client tries again", async () => {
    await fixture.inject({ ...only, kind: "throttle", count: 1 });
    expect((await fixture.call("PUT", "/items/a", {})).status).toBe(201);
    expect((await fixture.call("GET", "/items/a")).status).toBe(200);
    expect((await fixture.call("GET", "/_local/faults")).body).toEqual({ items: [] });
  });

  it("loses the reply of a write that was applied: the client's repeat meets its own item", async () => {
    await fixture.inject({ ...only, kind: "loseReply", count: 1 });
    expect((await fixture.call("PUT", "/items/b?once=1", {})).status).toBe(500);
    expect((await fixture.call("GET", "/items/b")).status).toBe(200);
    expect((await fixture.logLines()).join("\n")).toContain("ConditionalCheckFailedException");
  });

  it.each(["before", "after"])("crashes a function %s its write was applied, and starts a new one", async (moment) => {
    const first = await fixture.facts();
    await fixture.inject({ ...only, kind: "crash", moment });
    expect((await fixture.call("PUT", "/items/c", {})).status).toBe(500);
    await fixture.call("POST", "/_local/settle");
    expect((await fixture.call("GET", "/items/c")).status).toBe(moment === "after" ? 200 : 404);
    expect((await fixture.facts()).started).not.toBe(first.started);
  });

  it("answers 500 as often as asked, after as many as asked", async () => {
    await fixture.inject({ service: "secretsmanager", kind: "error", after: 1, count: 3 });
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await fixture.call("GET", "/facts")).status);
    expect(statuses).toEqual([200, 500, 200]);
  });

  it("makes a transaction conflict, which DynamoDB Local never does", async () => {
    await fixture.inject({ service: "dynamodb", operation: "TransactWriteItems", kind: "conflict", count: 1 });
    expect((await fixture.call("POST", "/transactions/t")).status).toBe(500);
    expect((await fixture.logLines()).at(-1)).toContain("TransactionCanceledException");
  });

  it("fails whole invocations, before they start or after all their effects", async () => {
    await fixture.inject({ service: "lambda", function: "Api", kind: "error" });
    expect((await fixture.call("PUT", "/items/d", {})).status).toBe(500);
    expect(await puts()).toBe(0);
    await fixture.inject({ service: "lambda", function: "Api", kind: "crash", moment: "after" });
    expect((await fixture.call("PUT", "/items/d", {})).status).toBe(500);
    expect((await fixture.call("GET", "/items/d")).status).toBe(200);
  });

  it("strikes only requests that contain a text", async () => {
    await fixture.inject({ ...only, kind: "crash", containing: "unlucky" });
    expect((await fixture.call("PUT", "/items/lucky", {})).status).toBe(201);
    expect((await fixture.call("PUT", "/items/unlucky", {})).status).toBe(500);
  });

  it.each([
    [{ service: "dynamodb", kind: "explode" }, "/kind"],
    [{ service: "dynamo", kind: "error" }, "/service"],
    [{ service: "dynamodb", kind: "reorder" }, "/kind"],
    [{ service: "dynamodb", kind: "error", count: 0 }, "/count"],
  ])("refuses %j, pointing at the field", async (fault, pointer) => {
    const { status, body } = await fixture.call("POST", "/_local/faults", fault);
    expect(status).toBe(422);
    expect(body).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ pointer })]) });
  });

  it("forgets all faults on DELETE", async () => {
    await fixture.inject({ service: "lambda", kind: "error", count: 100 });
    await fixture.call("DELETE", "/_local/faults");
    expect((await fixture.call("GET", "/facts")).status).toBe(200);
  });
});
