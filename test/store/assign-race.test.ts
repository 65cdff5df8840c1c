import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createStore } from "../../shared/store/store.ts";
import { assignLead } from "../../shared/usecases/assign-lead.ts";
import { startDynamoDbLocal, type TestDatabase } from "../support/dynamodb-local.ts";
import { createMemoryIds } from "../support/memory/memory-clock.ts";
import { aLead, anAgent, aPlan, configure } from "../support/routing-fixtures.ts";

const containers = 16;
const now = Date.parse("2026-11-23T09:00:00Z");
const agents = (capacity: number) => [..."abcdefgh"].map((agentId, order) => anAgent({ agentId, order, capacity }));

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynamoDbLocal();
});
afterAll(() => database.stop());

/** 64 leads at once over 16 containers that know nothing of each other, on the real expressions. */
async function race(capacity: number) {
  const { client, name } = await database.table();
  const fleet = Array.from({ length: containers }, () => ({
    ...createStore(client, name),
    ids: createMemoryIds(Math.random),
  }));
  const [first] = fleet;
  if (!first) throw new Error("no containers");
  const config = await configure(first, agents(capacity), aPlan({ rules: [], fallback: { type: "roundRobin" } }));
  const assignments = await Promise.all(
    Array.from({ length: 64 }, (_, i) =>
      assignLead(fleet[i % containers] ?? first, config, { lead: aLead(i + 1), mode: "first", now }),
    ),
  );
  const held = await first.loads.held([..."abcdefgh"]);
  return { assignments, held: [...held.values()].map((leads) => leads.length), rotation: first.rotation };
}

describe("64 leads at once on the table", () => {
  it("draw 64 different tickets and share evenly", async () => {
    const { assignments, held } = await race(100);
    const tickets = assignments.map(({ decision: { ticket } }) => `${ticket?.epoch}.${ticket?.n}`);
    expect(new Set(tickets).size).toBe(64);
    expect(held).toEqual(Array(8).fill(8));
  });

  it("fill everybody to capacity and nobody above it; the rest waits", async () => {
    const { assignments, held, rotation } = await race(5);
    expect(held).toEqual(Array(8).fill(5));
    expect(assignments.filter(({ outcome }) => outcome === "queued")).toHaveLength(24);
    const { epoch = 0 } = (await rotation.sequence("fallback")) ?? {};
    for (let each = 1; each <= epoch; each++) {
      const gone = await rotation.gone("fallback", each);
      const used = assignments.flatMap(({ decision: { ticket } }) => (ticket?.epoch === each ? [ticket] : []));
      const numbers = [...used, ...gone].map(({ n }) => n).sort((a, b) => a - b);
      expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => i + 1));
    }
  });
});
