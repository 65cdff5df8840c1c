import { afterAll, beforeAll, expect, test } from "vitest";
import { createStore } from "../../../shared/store/store.ts";
import type { Ports } from "../../../shared/usecases/ports/ports.ts";
import { countUnits } from "../../support/consumed-capacity.ts";
import { startDynamoDbLocal, type TestDatabase } from "../../support/dynamodb-local.ts";
import { createMemoryPorts } from "../../support/memory/memory-ports.ts";
import { answered, erika, furnish, person, post, usualLead } from "./intake-desk.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynamoDbLocal();
});
afterAll(() => database.stop());

/** The tenant of the other tests, on the real table; the clock is the machine's own, for here posts really overlap. */
async function realDesk() {
  const { client, name } = await database.table();
  const clock = { now: Date.now, sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)) };
  const ports: Ports = { ...createMemoryPorts(), ...createStore(client, name, Date.now), clock };
  await furnish(ports, {});
  return { ports, client };
}

test.each([
  ["Idempotency-Key", { key: "k-1" }, {}],
  ["externalId", {}, { externalId: "77" }],
])("40 equal posts at once with one %s make one lead; every answer is equal", async (_, options, fields) => {
  const { ports } = await realDesk();
  const results = await Promise.all(Array.from({ length: 40 }, () => post(ports, { ...erika, ...fields }, options)));
  const answers = results.filter((each) => each.outcome === "answered");
  expect(answers.filter(({ fresh }) => fresh)).toHaveLength(1);
  expect(new Set(answers.map(({ answer }) => JSON.stringify(answer))).size).toBe(1);
  expect(results.filter(({ outcome }) => outcome !== "answered" && outcome !== "inProgress")).toEqual([]);
  const { items } = await ports.leads.listByStatus("offered", { limit: 50 });
  expect(items).toEqual([answers[0]?.answer.leadId]);
  expect(Object.values(Object.fromEntries(await ports.loads.held(["anna", "ben", "cem"]))).flat()).toEqual(items);
});

test("a person from two sources at once makes one lead, the other posts are linked to it", async () => {
  const { ports } = await realDesk();
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, index) => post(ports, index % 2 ? erika : { phone: erika.phone })),
  );
  const answers = results.flatMap((each) => (each.outcome === "answered" ? [each.answer] : []));
  const [lead, ...others] = answers.filter(({ verdict }) => verdict === "accepted");
  expect(others).toEqual([]);
  const linked = answers.filter(({ verdict }) => verdict === "duplicate");
  expect(linked.map(({ duplicateOf }) => duplicateOf)).toEqual(linked.map(() => lead?.leadId));
  expect(linked.length + 1).toBe(answers.length);
});

test("a usual lead costs at most 12 write units and 8 round trips", async () => {
  const { client, ports } = await realDesk();
  const units = countUnits(client);
  await answered(post(ports, person(1)));
  units.since();
  await answered(post(ports, usualLead, { key: "k-1" }));
  const { writes, roundTrips } = units.since();
  expect(writes).toBeLessThanOrEqual(12);
  expect(roundTrips).toBeLessThanOrEqual(8);
});
