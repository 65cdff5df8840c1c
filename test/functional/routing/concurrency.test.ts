import { describe, expect, it } from "vitest";
import { type Assignment, assignLead } from "../../../shared/usecases/assign-lead.ts";
import type { RotationPort } from "../../../shared/usecases/ports/rotation-port.ts";
import { createMemoryPorts, type MemoryPorts } from "../../support/memory/memory-ports.ts";
import { aLead, anAgent, aPlan, configure } from "../../support/routing-fixtures.ts";

const seeds = [1, 2, 3, 4, 5];

/** A container of its own: it remembers nothing of what the others saw. */
function container(ports: MemoryPorts): MemoryPorts {
  const rotation: RotationPort = { ...ports.rotation };
  return { ...ports, rotation };
}

async function race(
  ports: MemoryPorts,
  leads: number,
  containers: number,
  capacity: number,
  type: "roundRobin" | "leastLoaded" = "roundRobin",
) {
  const agents = [..."abcdefgh"].map((agentId, order) => anAgent({ agentId, order, capacity }));
  const config = await configure(ports, agents, aPlan({ rules: [], fallback: { type } }));
  const fleet = Array.from({ length: containers }, () => container(ports));
  const assignments = await Promise.all(
    Array.from({ length: leads }, (_, i) =>
      assignLead(fleet[i % containers] ?? ports, config, { lead: aLead(i + 1), mode: "first", now: ports.clock.now() }),
    ),
  );
  return { agents, assignments };
}

function ticketsOf(assignments: readonly Assignment[]): string[] {
  return assignments.flatMap(({ decision }) =>
    [...(decision.ticket ? [decision.ticket] : []), ...(decision.gone ?? [])].map(({ epoch, n }) => `${epoch}.${n}`),
  );
}

describe("64 leads at once", () => {
  it.each(seeds)("draw every ticket once and share evenly (seed %i)", async (seed) => {
    const ports = createMemoryPorts({ seed });
    const { assignments } = await race(ports, 64, 16, 100);
    const agents = assignments.map((assignment) => (assignment.outcome === "agent" ? assignment.agentId : "-"));
    const tickets = ticketsOf(assignments);
    expect(new Set(tickets).size).toBe(64);
    expect([...Map.groupBy(agents, (agent) => agent).values()].map((all) => all.length)).toEqual(Array(8).fill(8));
  });

  it.each(seeds)("never fill anybody above capacity, and fill everybody to it (seed %i)", async (seed) => {
    const ports = createMemoryPorts({ seed });
    const { agents, assignments } = await race(ports, 64, 16, 5);
    const held = await ports.loads.held(agents.map((agent) => agent.agentId));
    expect([...held.values()].map((leads) => leads.length)).toEqual(Array(8).fill(5));
    expect(assignments.filter(({ outcome }) => outcome === "queued")).toHaveLength(24);
    const tickets = ticketsOf(assignments);
    expect(new Set(tickets).size).toBe(tickets.length);
  });

  it.each(seeds)("leave every ticket of every epoch either used or gone (seed %i)", async (seed) => {
    const ports = createMemoryPorts({ seed });
    const { assignments } = await race(ports, 64, 16, 5);
    const sequence = await ports.rotation.sequence("fallback");
    for (let epoch = 1; epoch <= (sequence?.epoch ?? 0); epoch++) {
      const gone = await ports.rotation.gone("fallback", epoch);
      const used = assignments.flatMap(({ decision: { ticket } }) => (ticket?.epoch === epoch ? [ticket] : []));
      const numbers = [...used, ...gone].map(({ n }) => n).sort((a, b) => a - b);
      expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => i + 1));
    }
  });
});

describe("64 leads at once to the least loaded", () => {
  it.each(seeds)("do not all go to the same agent (seed %i)", async (seed) => {
    const ports = createMemoryPorts({ seed });
    const { agents } = await race(ports, 64, 16, 100, "leastLoaded");
    const held = await ports.loads.held(agents.map((agent) => agent.agentId));
    expect([...held.values()].map((leads) => leads.length)).toEqual(Array(8).fill(8));
  });

  it.each(seeds)("fill everybody to capacity and nobody above it (seed %i)", async (seed) => {
    const ports = createMemoryPorts({ seed });
    const { agents, assignments } = await race(ports, 64, 16, 5, "leastLoaded");
    const held = await ports.loads.held(agents.map((agent) => agent.agentId));
    expect([...held.values()].map((leads) => leads.length)).toEqual(Array(8).fill(5));
    expect(assignments.filter(({ outcome }) => outcome === "queued")).toHaveLength(24);
  });
});

describe("the usual lead", () => {
  it("costs one draw and one reserve", async () => {
    const ports = createMemoryPorts();
    const calls: string[] = [];
    const config = await configure(ports, [anAgent({ agentId: "a" }), anAgent({ agentId: "b" })]);
    const watched = { ...ports, rotation: watch(ports.rotation, calls), loads: watch(ports.loads, calls) };
    await assignLead(watched, config, { lead: aLead(1), mode: "first", now: ports.clock.now() });
    calls.length = 0;
    await assignLead(watched, config, { lead: aLead(2), mode: "first", now: ports.clock.now() });
    expect(calls).toEqual(["draw", "reserve"]);
  });
});

function watch<T extends object>(port: T, calls: string[]): T {
  return new Proxy(port, {
    get(target, name, receiver) {
      calls.push(String(name));
      return Reflect.get(target, name, receiver);
    },
  });
}
