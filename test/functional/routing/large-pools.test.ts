import { beforeEach, describe, expect, it } from "vitest";
import { assignLead } from "../../../shared/usecases/assign-lead.ts";
import type { LoadsPort } from "../../../shared/usecases/ports/ports.ts";
import type { AssignPorts } from "../../../shared/usecases/routing/assignment.ts";
import type { RoutingConfig } from "../../../shared/usecases/routing-config.ts";
import { createMemoryPorts } from "../../support/memory/memory-ports.ts";
import { aLead, anAgent, aPlan, configure } from "../../support/routing-fixtures.ts";

const size = 200;
const few = 50;

let ports: AssignPorts;
let config: RoutingConfig;
let looks: number[];
let leads: number;

/** Of 200 agents the first 50 have room for one lead each; who reads how many agents' leads is counted. */
beforeEach(async () => {
  const memory = createMemoryPorts();
  const agents = Array.from({ length: size }, (_, i) =>
    anAgent({ agentId: `agent-${i}`, order: i, capacity: i < few ? 1 : 1000 }),
  );
  config = await configure(memory, agents, aPlan());
  looks = [];
  leads = 0;
  const loads: LoadsPort = {
    ...memory.loads,
    held: (agentIds) => {
      looks.push(agentIds.length);
      return memory.loads.held(agentIds);
    },
  };
  ports = { rotation: memory.rotation, ids: memory.ids, loads };
});

async function assign(count: number): Promise<readonly string[]> {
  const takers: string[] = [];
  for (let i = 0; i < count; i++) {
    leads += 1;
    const assigned = await assignLead(ports, config, { lead: aLead(leads), mode: "first", now: 1_790_000_000_000 });
    if (assigned.outcome === "agent") takers.push(assigned.agentId);
  }
  return takers;
}

describe("a large pool with full agents", () => {
  it("looks at all of them once in a while, not for every lead", async () => {
    await assign(size + 1);
    looks = [];
    const takers = await assign(100);
    expect(takers).toHaveLength(100);
    expect(looks.filter((count) => count > 0)).toEqual(Array(looks.length).fill(few));
    expect(looks.length).toBeGreaterThan(0);
    expect(looks.length).toBeLessThanOrEqual(10);
  });

  it("has one back in the rotation a twentieth of a round after there is room again", async () => {
    await assign(size + 1);
    await ports.loads.release("agent-7", aLead(8).leadId);
    const takers = await assign(10 + size);
    expect(takers.filter((agentId) => agentId === "agent-7")).toHaveLength(1);
  });

  it("finds the last one with room, whoever that is", async () => {
    const rest = config.agents.get("agent-199");
    if (!rest) throw new Error("there are 200 agents");
    const agents = [...config.agents.values()].map((agent) => ({ ...agent, capacity: agent === rest ? 2 : 1 }));
    config = { ...config, agents: new Map(agents.map((agent) => [agent.agentId, agent])) };
    expect(new Set(await assign(size)).size).toBe(size);
    expect(await assign(1)).toEqual(["agent-199"]);
    expect(await assign(1)).toEqual([]);
    await ports.loads.release("agent-100", aLead(101).leadId);
    expect(await assign(1)).toEqual(["agent-100"]);
  });
});
