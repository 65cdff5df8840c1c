import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { checkPlan } from "../../../shared/domain/plan/check-plan.ts";
import type { LeadToRoute } from "../../../shared/domain/routing/lead-to-route.ts";
import type { Agent } from "../../../shared/schemas/agent.ts";
import { type PlanInput, planInput } from "../../../shared/schemas/plan/plan.ts";
import { assignLead } from "../../../shared/usecases/assign-lead.ts";
import { createMemoryPorts, type MemoryPorts } from "../../support/memory/memory-ports.ts";
import { aLead, anAgent, configure, routingConfig } from "../../support/routing-fixtures.ts";

/** The sample plans of `events/` do what their names say. */
let ports: MemoryPorts;
let leads = 0;
beforeEach(() => {
  ports = createMemoryPorts();
  leads = 0;
});

const sample = (name: string): PlanInput =>
  planInput.parse(JSON.parse(readFileSync(new URL(`../../../events/${name}.json`, import.meta.url), "utf8")));

async function give(lead: Partial<LeadToRoute>) {
  leads += 1;
  const request = { lead: aLead(leads, lead), mode: "first" as const, now: ports.clock.now() };
  const { outcome, decision } = await assignLead(ports, await routingConfig(ports), request);
  return { outcome, ruleId: decision.ruleId, agentId: decision.chosen[0] };
}

async function reserveAll(agents: readonly Agent[]) {
  for (const { agentId, capacity = 0 } of agents) {
    for (let i = 0; i < capacity; i++) await ports.loads.reserve(agentId, aLead(8000 + i).leadId, capacity);
  }
}

describe("quality tiering (C8)", () => {
  const people = [
    anAgent({ agentId: "ada", tier: "A", capacity: 2 }),
    anAgent({ agentId: "alf", tier: "A", capacity: 2 }),
    anAgent({ agentId: "bea", tier: "B", capacity: 4 }),
    anAgent({ agentId: "bob", tier: "B", capacity: 4 }),
    anAgent({ agentId: "cid", tier: "C", capacity: 4 }),
  ];
  const plan = sample("plan-quality-tiering");

  it("is told nothing by the plan check but that nobody's speed was measured yet", () => {
    const teams = new Map([["sales", { teamId: "sales", name: "Sales", version: 1, leaderId: "ada" }]]);
    const agents = new Map(people.map((agent) => [agent.agentId, agent]));
    const around = { agents, teams, areas: new Map(), sources: new Map(), buyers: new Map(), figures: new Map() };
    expect(checkPlan(plan, around).filter(({ severity }) => severity !== "hint")).toMatchObject([
      { code: "noSpeedKnown", severity: "warning" },
    ]);
  });

  it("gives hot leads to top agents, warm ones to the steady, cold ones to those with room", async () => {
    await configure(ports, people, plan);
    const hot = [await give({ temperature: "hot" }), await give({ temperature: "hot" })];
    expect(hot.map(({ agentId }) => agentId).toSorted()).toEqual(["ada", "alf"]);
    const warm = [await give({ temperature: "warm" }), await give({ temperature: "warm" })];
    expect(warm.map(({ agentId }) => agentId)).toEqual(["bea", "bob"]);
    expect(await give({ temperature: "cold" })).toEqual({ outcome: "agent", ruleId: "cold", agentId: "cid" });
  });

  it("gives hot leads to the steady when no top agent has room, and cold ones to the pool when nobody has", async () => {
    await configure(ports, people, plan);
    await reserveAll(people.filter(({ tier }) => tier === "A"));
    expect(await give({ temperature: "hot" })).toMatchObject({ ruleId: "warm", agentId: "bea" });
    ports = createMemoryPorts();
    await configure(ports, people, plan);
    await reserveAll(people);
    expect(await give({ temperature: "cold" })).toMatchObject({ outcome: "pooled", ruleId: "cold" });
  });
});

describe("home areas, specialists, then everyone (C5, C7)", () => {
  const people = [
    anAgent({ agentId: "mia", territories: { home: ["mitte"], others: ["nord"] } }),
    anAgent({ agentId: "noa", territories: { home: ["nord"] }, skills: ["Verkäufer"], languages: ["de", "tr"] }),
    anAgent({ agentId: "sam", skills: ["seller"], languages: ["en"] }),
  ];

  it("is told nothing by the plan check, even when area leads wait: others have none", () => {
    const teams = new Map([["sales", { teamId: "sales", name: "Sales", version: 1, leaderId: "mia" }]]);
    const agents = new Map(people.map((agent) => [agent.agentId, agent]));
    const area = (areaId: string, ...postalCodes: string[]) => ({ areaId, name: areaId, version: 1, postalCodes });
    const areas = new Map([area("mitte", "10115"), area("nord", "13347")].map((each) => [each.areaId, each]));
    const around = { agents, teams, areas, sources: new Map() };
    const plan = sample("plan-areas");
    const waiting = plan.rules.map((rule) => (rule.id === "home" ? { ...rule, overflow: "queue" as const } : rule));
    expect(checkPlan(plan, around)).toEqual([]);
    expect(checkPlan({ ...plan, rules: waiting }, around)).toEqual([]);
  });

  it("goes from one to the next", async () => {
    await configure(ports, people, sample("plan-areas"));
    expect(await give({ areas: ["mitte"] })).toMatchObject({ ruleId: "home", agentId: "mia" });
    expect(await give({ areas: ["nord"] })).toMatchObject({ ruleId: "home", agentId: "noa" });
    const overlap = await give({ areas: ["mitte", "nord"] });
    expect(await give({ areas: ["mitte", "nord"] })).toMatchObject({ ruleId: "home", agentId: overlap.agentId });
    const seller = { interest: "seller" as const };
    expect(await give({ facts: { ...seller, language: "tr" } })).toMatchObject({
      ruleId: "specialists",
      agentId: "noa",
    });
    expect(await give({ facts: { ...seller, language: "en" } })).toMatchObject({
      ruleId: "specialists",
      agentId: "sam",
    });
    expect(await give({ facts: { ...seller, language: "pl" } })).toMatchObject({ ruleId: "everyone" });
    expect(await give({ facts: {} })).toMatchObject({ ruleId: "everyone" });
  });
});
