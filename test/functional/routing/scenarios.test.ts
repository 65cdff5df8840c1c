import { beforeEach, describe, expect, it } from "vitest";
import type { Agent } from "../../../shared/schemas/agent.ts";
import { assignLead } from "../../../shared/usecases/assign-lead.ts";
import type { RoutingConfig } from "../../../shared/usecases/routing-config.ts";
import { createMemoryPorts, type MemoryPorts } from "../../support/memory/memory-ports.ts";
import { aLead, anAgent, aPlan, configure, routingConfig } from "../../support/routing-fixtures.ts";

const day = 24 * 60 * 60 * 1000;

let ports: MemoryPorts;
let config: RoutingConfig;
let count: number;

beforeEach(() => {
  ports = createMemoryPorts();
  count = 0;
});

/** The agents of the next leads, in order; `-` for a lead that nobody could take. */
async function assign(leads: number): Promise<string[]> {
  const agents: string[] = [];
  for (let i = 0; i < leads; i++) {
    count += 1;
    const assignment = await assignLead(ports, config, { lead: aLead(count), mode: "first", now: ports.clock.now() });
    agents.push(assignment.outcome === "agent" ? assignment.agentId : "-");
  }
  return agents;
}

const letters = (text: string, given: Partial<Agent> = {}) =>
  [...text].map((agentId, order) => anAgent({ agentId, order, capacity: 1000, ...given }));
const tally = (agents: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(agents, (agent) => agent)].map(([agent, all]) => [agent, all.length]));

describe("scenarios of the routing specification", () => {
  it("1: round robin goes on where it was, whatever became of the leads", async () => {
    config = await configure(ports, letters("abc"));
    const first = await assign(2);
    await ports.loads.release("a", aLead(1).leadId);
    await ports.loads.release("b", aLead(2).leadId);
    expect([...first, ...(await assign(2))]).toEqual(["a", "b", "c", "a"]);
  });

  it("2: who joins gets an equal share from then on", async () => {
    config = await configure(ports, letters("abc"));
    expect(tally(await assign(6))).toEqual({ a: 2, b: 2, c: 2 });
    config = await configure(ports, letters("abcd"));
    expect(tally(await assign(4))).toEqual({ a: 1, b: 1, c: 1, d: 1 });
  });

  it.each([
    { name: "3", weights: [2, 1, 1], leads: 60, expected: { a: 30, b: 15, c: 15 } },
    { name: "4", weights: [9, 6, 5, 1], leads: 21, expected: { a: 9, b: 6, c: 5, d: 1 } },
    { name: "5", weights: [5, 1, 1], leads: 7, expected: { a: 5, b: 1, c: 1 } },
  ])("$name: weights $weights, every prefix within one lead", async ({ weights, leads, expected }) => {
    const agents = weights.map((weight, order) =>
      anAgent({ agentId: "abcd".charAt(order), order, weight, capacity: 1000 }),
    );
    config = await configure(ports, agents, aPlan({ rules: [{ id: "all", method: { type: "weighted" } }] }));
    const given = await assign(leads);
    expect(tally(given)).toEqual(expected);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    for (let n = 1; n <= leads; n++) {
      const soFar = tally(given.slice(0, n));
      for (const agent of agents) {
        expect(Math.abs((soFar[agent.agentId] ?? 0) - (n * agent.weight) / total)).toBeLessThan(1);
      }
    }
  });

  it("6: the neighbour of a skipped agent does not get double", async () => {
    await configure(ports, letters("abcde", { capacity: 15 }));
    for (let i = 0; i < 15; i++) await ports.loads.reserve("e", aLead(900 + i).leadId, 15);
    const now = ports.clock.now();
    await ports.config.addTimeOff({ timeOffId: "off-1", agentId: "c", from: now - day, to: now + day });
    config = await routingConfig(ports);
    expect(tally(await assign(12))).toEqual({ a: 4, b: 4, d: 4 });
  });

  it("7: a new agent has every third turn for 30 days", async () => {
    const today = new Date(ports.clock.now()).toISOString().slice(0, 10);
    const agents = letters("abcde").map((agent) => (agent.agentId === "e" ? { ...agent, startedOn: today } : agent));
    config = await configure(ports, agents);
    expect(tally(await assign(39))).toEqual({ a: 9, b: 9, c: 9, d: 9, e: 3 });
  });

  it("9: after a leave the fraction of a turn counts, and the next ten are even", async () => {
    const now = ports.clock.now();
    config = await configure(ports, letters("ab"));
    await assign(2);
    await ports.config.addTimeOff({ timeOffId: "off-1", agentId: "a", from: now, to: now + day });
    config = await routingConfig(ports);
    expect(await assign(2)).toEqual(["b", "b"]);
    ports.clock.advance(2 * day);
    expect(await assign(1)).toEqual(["a"]);
    expect(tally(await assign(10))).toEqual({ a: 5, b: 5 });
  });

  it("10: who was away for twelve of 24 leads gets 4, the others 10 each", async () => {
    const now = ports.clock.now();
    await configure(ports, letters("abc"));
    await ports.config.addTimeOff({ timeOffId: "off-1", agentId: "c", from: now, to: now + day });
    config = await routingConfig(ports);
    const first = await assign(12);
    ports.clock.advance(day);
    expect(tally([...first, ...(await assign(12))])).toEqual({ a: 10, b: 10, c: 4 });
  });

  it("11: a past absence does not keep the only agent from a lead", async () => {
    const now = ports.clock.now();
    await configure(ports, letters("a"));
    await ports.config.addTimeOff({ timeOffId: "off-1", agentId: "a", from: now - 9 * day, to: now - day });
    config = await routingConfig(ports);
    expect(await assign(1)).toEqual(["a"]);
  });

  it("12: when all are full leads wait, and raised capacity takes exactly those", async () => {
    const queue = { rules: [], fallback: { type: "roundRobin" } };
    config = await configure(ports, letters("abc", { capacity: 1 }), aPlan(queue));
    expect(tally(await assign(6))).toEqual({ a: 1, b: 1, c: 1, "-": 3 });
    config = await configure(ports, letters("abc", { capacity: 2 }), aPlan(queue));
    expect(tally(await assign(3))).toEqual({ a: 1, b: 1, c: 1 });
  });

  it("14: least loaded takes whoever has the fewest open leads, one without any before all", async () => {
    config = await configure(ports, letters("abc"), aPlan({ rules: [{ id: "all", method: { type: "leastLoaded" } }] }));
    const open = { a: 3, b: 1, c: 2 };
    for (const [agentId, leads] of Object.entries(open)) {
      for (let i = 0; i < leads; i++) await ports.loads.reserve(agentId, aLead(900 + i).leadId, 15);
    }
    expect(await assign(1)).toEqual(["b"]);
    await ports.loads.release("c", aLead(900).leadId);
    await ports.loads.release("c", aLead(901).leadId);
    expect(await assign(1)).toEqual(["c"]);
  });
});
