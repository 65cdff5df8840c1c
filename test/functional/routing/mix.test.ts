import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { TURN } from "../../../shared/domain/rotation/quota-schedule.ts";
import { whyWords } from "../../../shared/domain/routing/words/why-words.ts";
import { type Assignment, type AssignRequest, assignLead } from "../../../shared/usecases/assign-lead.ts";
import { createMemoryPorts, type MemoryPorts } from "../../support/memory/memory-ports.ts";
import { aLead, anAgent, aPlan, configure } from "../../support/routing-fixtures.ts";
import { slowSchedule } from "../../unit/rotation/reference.ts";

type Config = Awaited<ReturnType<typeof configure>>;
let ports: MemoryPorts;
let count: number;

beforeEach(() => {
  ports = createMemoryPorts();
  count = 0;
});

const agents = [..."ab"].map((agentId) => anAgent({ agentId, team: "field", capacity: 1000 }));
const isas = [..."xy"].map((agentId) => anAgent({ agentId, team: "inside", capacity: 1000 }));
const mix = (...percentages: readonly number[]) => ({
  rules: [
    {
      id: "mixed",
      method: {
        type: "mix" as const,
        parts: percentages.map((percent, i) => ({
          percent,
          method: { type: "roundRobin" as const, pool: { team: i === 0 ? "field" : "inside" } },
        })),
      },
    },
  ],
  fallback: { type: "pool" as const },
});

async function assign(config: Config, request: Partial<AssignRequest> = {}): Promise<Assignment> {
  count += 1;
  return assignLead(ports, config, { lead: aLead(count), mode: "first", now: ports.clock.now(), ...request });
}

/** The part drawn for a lead, and the one that took it. */
const drawOf = ({ decision }: Assignment) => decision.rules.find(({ ruleId }) => ruleId === "mixed")?.why.mix;

describe("percentages of one stream (C13, E4, E7)", () => {
  it("are drawn as the quota rule says, whatever the parts: no prefix is a lead off", async () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(cuts, fc.integer({ min: 5, max: 60 }), async (given, leads) => {
        ports = createMemoryPorts();
        const edges = [0, ...given.toSorted((a, b) => a - b), 100];
        const percentages = edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0));
        const config = await configure(ports, [...agents, ...isas], aPlan(mix(...percentages)));
        const drawn: number[] = [];
        for (let i = 0; i < leads; i++) drawn.push((drawOf(await assign(config))?.drawn ?? 0) - 1);
        const entrants = percentages.map((weight) => ({ weight, credit: 0 }));
        expect(TURN).toBeGreaterThan(0);
        expect(drawn).toEqual([...slowSchedule(entrants, leads)]);
        for (let n = 1; n <= leads; n++) {
          for (const [part, percent] of percentages.entries()) {
            const received = drawn.slice(0, n).filter((each) => each === part).length;
            expect(Math.abs(received - (n * percent) / 100)).toBeLessThan(1);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("gives each part its own rotation", async () => {
    const config = await configure(ports, [...agents, ...isas], aPlan(mix(50, 50)));
    const assigned = [];
    for (let i = 0; i < 4; i++) assigned.push(await assign(config));
    expect(assigned.map(({ decision: { poolId, chosen, ticket } }) => [poolId, chosen[0], ticket?.n])).toEqual([
      ["mixed/1", "a", 1],
      ["mixed/2", "x", 1],
      ["mixed/1", "b", 2],
      ["mixed/2", "y", 2],
    ]);
  });

  it("holds at any concurrency", async () => {
    ports = createMemoryPorts({ seed: 7 });
    const config = await configure(ports, [...agents, ...isas], aPlan(mix(70, 30)));
    const all = await Promise.all(Array.from({ length: 40 }, () => assign(config)));
    const tickets = all.map((each) => drawOf(each)?.ticket?.n ?? 0);
    expect(tickets.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(all.filter((each) => drawOf(each)?.drawn === 1)).toHaveLength(28);
  });

  it("carries on what a part has earned when percentages change", async () => {
    const before = await configure(ports, [...agents, ...isas], aPlan(mix(50, 50)));
    expect(drawOf(await assign(before))?.drawn).toBe(1);
    const after = await configure(ports, [...agents, ...isas], aPlan(mix(60, 40)));
    const drawn = [];
    for (let i = 0; i < 10; i++) drawn.push(drawOf(await assign(after))?.drawn);
    expect(drawn.filter((part) => part === 1).length).toBeGreaterThanOrEqual(5);
    expect(drawn[0]).toBe(2);
  });

  it("takes the other parts in order when the drawn one has nobody, then overflows; all of it is told", async () => {
    const paused = isas.map((agent) => ({ ...agent, status: "paused" as const }));
    const config = await configure(ports, [...agents, ...paused], aPlan(mix(10, 90)));
    const found = await assign(config);
    expect(found).toMatchObject({ outcome: "agent", agentId: "a", decision: { ruleId: "mixed", poolId: "mixed/1" } });
    expect(drawOf(found)).toEqual({ drawn: 2, percent: 90, took: 1, ticket: { epoch: 1, n: 1 } });
    const why = found.decision.rules[0]?.why ?? {};
    expect(whyWords(why, "en")).toBe(
      "applies to every lead; part 2 of the mix had its turn (90 %), but had nobody: part 1 took it",
    );
    expect(whyWords(why, "de")).toContain("Teil 2 der Mischung war an der Reihe (90 %)");

    const nobody = await configure(
      ports,
      [...paused, ...agents.map((agent) => ({ ...agent, status: "paused" as const }))],
      aPlan(mix(10, 90)),
    );
    const pooled = await assign(nobody);
    expect(pooled).toMatchObject({ outcome: "pooled", decision: { ruleId: "fallback" } });
    expect(pooled.decision.rules[0]?.why).toMatchObject({ nobody: { paused: 4 } });
  });

  it("is moved by arriving leads only: a lead stays with its part when it is offered again or drained", async () => {
    const config = await configure(ports, [...agents, ...isas], aPlan(mix(50, 50)));
    const first = await assign(config);
    const drawnParts = [{ ruleId: "mixed", drawn: drawOf(first)?.drawn ?? 0 }];
    const again = await assign(config, { mode: "again", exclude: ["a"], drawnParts });
    expect(again).toMatchObject({ agentId: "b", decision: { poolId: "mixed/1~again" } });
    expect(drawOf(again)).toEqual({ drawn: 1, percent: 50, took: 1 });
    await assign(config, { mode: "again", exclude: ["a"] });
    expect(await ports.rotation.sequence("mixed~mix")).toMatchObject({ n: 1 });
    expect(drawOf(await assign(config, { drawnParts }))?.drawn).toBe(1);
    expect(await ports.rotation.sequence("mixed~mix")).toMatchObject({ n: 1 });
    expect(drawOf(await assign(config, { drawnParts: [{ ruleId: "mixed", drawn: 9 }] }))?.drawn).toBe(2);
  });
});
