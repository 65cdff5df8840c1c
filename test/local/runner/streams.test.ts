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

const put = (id: string, body: object = {}) => fixture.call("PUT", `/items/${id}`, body);
const copiesOf = async (id: string) => {
  await fixture.call("POST", "/_local/settle");
  return fixture.items(`COPY#${id}`);
};

describe("stream mapping", () => {
  it("delivers what passes the filter, once, in the order of the item's writes", async () => {
    await put("a", { n: 1 });
    await put("a", { n: 2 });
    const copies = await copiesOf("a");
    expect(copies.map(({ sk }) => sk?.split("#")[0])).toEqual(["INSERT", "MODIFY"]);
    expect(await fixture.items("COPY#COPY#a")).toEqual([]);
  });

  it("has delivered everything when settle answers, under concurrent writes", async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `many-${index}`);
    await Promise.all(ids.map((id) => put(id)));
    await fixture.call("POST", "/_local/settle");
    const copies = await Promise.all(ids.map((id) => fixture.items(`COPY#${id}`)));
    expect(copies.every(({ length }) => length === 1)).toBe(true);
  });

  it("isolates a poison record by halves, gives it up to the bucket whole, and delivers its neighbours", async () => {
    const ids = ["p0", "p1", "p2", "p3", "p4", "p5"];
    await fixture.inject({ service: "streams", kind: "reorder", count: 1 });
    await Promise.all(ids.map((id) => put(id, id === "p3" ? { explode: "yes" } : {})));
    await fixture.call("POST", "/_local/settle");
    const copies = await Promise.all(ids.map((id) => fixture.items(`COPY#${id}`)));
    expect(copies.map(({ length }) => length)).toEqual([1, 1, 1, 0, 1, 1]);
    const [given, ...others] = await fixture.objects();
    expect(others).toEqual([]);
    const record = JSON.parse(given ?? "");
    expect(record.requestContext).toMatchObject({ condition: "RetryAttemptsExhausted", approximateInvokeCount: 3 });
    expect(JSON.parse(record.payload).Records[0].dynamodb.NewImage.pk.S).toBe("p3");
  });

  it("repeats from the first reported failure on", async () => {
    await put("good");
    await put("bad", { refuse: "yes" });
    await fixture.call("POST", "/_local/settle");
    expect(await fixture.items("COPY#good")).toHaveLength(1);
    expect(await fixture.items("COPY#bad")).toHaveLength(0);
    expect(await fixture.objects()).toHaveLength(1);
  });

  it("duplicates records on demand", async () => {
    await fixture.inject({ service: "streams", kind: "duplicate", count: 1 });
    await put("twice");
    await fixture.call("POST", "/_local/settle");
    expect((await fixture.usage()).total.lambda.byFunction.Consumer).toBe(2);
  });

  it("delivers records of different items out of order on demand, never those of one item", async () => {
    const ids = ["u", "v", "w", "x", "y", "z"];
    const seen: string[][] = [];
    for (const seed of [1, 2, 3]) {
      await fixture.call("POST", "/_local/reset", { empty: true });
      fixture.product.cloud.instruments.logs.clear();
      await fixture.inject({ service: "streams", kind: "reorder", count: 100, seed });
      for (let n = 0; n < 2; n += 1) for (const id of ids) await put(id, { n });
      await fixture.call("POST", "/_local/settle");
      for (const id of ids) {
        const copies = await fixture.items(`COPY#${id}`);
        expect(copies.map(({ sk }) => sk?.split("#")[0])).toEqual(["INSERT", "MODIFY"]);
      }
      const lines = await fixture.logLines();
      seen.push(lines.filter((line) => line.includes("consumes ")).map((line) => line.slice(-1)));
    }
    const written = [...ids, ...ids];
    expect(seen.map((order) => order.toSorted())).toEqual(seen.map(() => written.toSorted()));
    expect(seen.some((order) => order.join("") !== written.join(""))).toBe(true);
  });
});
