import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Items, type RunningFixture, runFixture } from "./running-fixture.ts";

interface DeadLetters {
  readonly queue: string;
  readonly messages: readonly { readonly body: string }[];
}

const leadId = "ld_01ARZ3NDEKTSV4RRFFQ69G5FAV";

let fixture: RunningFixture;
beforeAll(async () => {
  fixture = await runFixture();
});
afterAll(() => fixture.stop());

const nowIn = async (): Promise<number> => (await fixture.facts()).now;
const seconds = (instant: number): number => Math.floor(instant / 1000);

describe("virtual time", () => {
  it("is the same for functions, the clock and the front", async () => {
    const before = await nowIn();
    await fixture.call("POST", "/_local/clock", { advance: "P1D" });
    const after = await nowIn();
    expect(after - before).toBeGreaterThanOrEqual(86_400_000);
    expect(after - before).toBeLessThan(86_400_000 + 60_000);
    const { date } = await fixture.facts();
    expect(Math.abs(Date.parse(date) - fixture.product.cloud.instruments.clock.now())).toBeLessThan(1000);
  });

  it("never goes back", async () => {
    const { status, body } = await fixture.call("POST", "/_local/clock", { to: "2020-01-01T00:00:00Z" });
    expect(status).toBe(409);
    expect(body).toMatchObject({ detail: expect.stringContaining("only moves forward") });
    expect((await fixture.call("POST", "/_local/clock", { advance: "soon" })).status).toBe(422);
  });

  it("fires schedules at each of their instants on the way, before the answer", async () => {
    await fixture.call("POST", "/_local/reset", { empty: true });
    await fixture.call("POST", "/_local/clock", { advance: "PT6H" });
    const runs = (await fixture.items("JOB#sweep")).map(({ sk }) => Date.parse(sk ?? ""));
    expect(runs).toHaveLength(6);
    expect(runs.slice(1).map((at, index) => at - (runs[index] ?? 0))).toEqual(Array(5).fill(3_600_000));
  });

  it("runs a timer of an execution, and a token that comes in time stops it", async () => {
    await fixture.call("POST", `/executions/${leadId}`);
    await fixture.call("POST", "/executions/late");
    await fixture.call("POST", "/_local/settle");
    await fixture.call("POST", "/_local/sms", { from: "+491713920012", text: leadId });
    await fixture.call("POST", "/_local/clock", { advance: "PT15M" });
    const { body } = await fixture.call<Record<string, string>[]>("GET", "/_local/executions");
    const ends = body.map(({ name, status, currentState }) => [name, status, currentState]);
    expect(ends).toEqual([
      [leadId, "SUCCEEDED", "Done"],
      ["late", "SUCCEEDED", "Late"],
    ]);
    const mine = await fixture.call("GET", `/_local/executions?leadId=${leadId}`);
    expect(mine.body).toHaveLength(1);
  });

  it("deletes expired items when their time has come, marked as AWS marks them", async () => {
    const expiresAt = seconds(fixture.product.cloud.instruments.clock.now()) + 7200;
    await fixture.call("PUT", "/items/short", { expiresAt });
    await fixture.call("PUT", "/items/long", { expiresAt: expiresAt + 86_400 });
    await fixture.call("POST", "/_local/settle");
    await fixture.call("POST", "/_local/clock", { advance: "PT1H" });
    expect((await fixture.call("GET", "/items/short")).status).toBe(200);
    await fixture.call("POST", "/_local/clock", { advance: "PT3H" });
    expect((await fixture.call("GET", "/items/short")).status).toBe(404);
    expect((await fixture.call("GET", "/items/long")).status).toBe(200);
    const copies = await fixture.items("COPY#short");
    expect(copies.map(({ sk, by }) => [sk?.split("#")[0], by])).toEqual([
      ["INSERT", "user"],
      ["REMOVE", "Service"],
    ]);
  });

  it("keeps an item whose expiry was moved before it came", async () => {
    const expiresAt = seconds(fixture.product.cloud.instruments.clock.now()) + 3600;
    await fixture.call("PUT", "/items/prolonged", { expiresAt });
    await fixture.call("PUT", "/items/prolonged", { expiresAt: expiresAt + 86_400 });
    await fixture.call("POST", "/_local/clock", { advance: "PT5H" });
    expect((await fixture.call("GET", "/items/prolonged")).status).toBe(200);
  });

  it("repeats a failing asynchronous invocation after one and two minutes, then gives it to the dead-letter queue", async () => {
    await fixture.call("POST", "/_local/reset", { empty: true });
    await fixture.call("POST", "/_local/sms", { from: "+491713920012", text: "fail" });
    const failures = async () => (await fixture.usage()).total.lambda.byFunction.Replies;
    expect(await failures()).toBe(1);
    await fixture.call("POST", "/_local/clock", { advance: "PT61S" });
    expect(await failures()).toBe(2);
    await fixture.call("POST", "/_local/clock", { advance: "PT2M" });
    expect(await failures()).toBe(3);
    const { body } = await fixture.call<Items<DeadLetters>>("GET", "/_local/queues");
    expect(body.items).toMatchObject([
      { queue: "DeadLetters", messages: [{ attributes: { ErrorMessage: "cannot read this" } }] },
    ]);
    expect(JSON.parse(body.items[0]?.messages[0]?.body ?? "").Records[0].Sns.Message).toContain("+491713920012");
  });

  it("forgets such repeats on a reset", async () => {
    await fixture.call("POST", "/_local/sms", { from: "+491713920012", text: "fail" });
    await fixture.call("POST", "/_local/reset", { empty: true });
    await fixture.call("POST", "/_local/clock", { advance: "PT5M" });
    expect((await fixture.usage()).total.lambda.byFunction.Replies).toBeUndefined();
  });
});
