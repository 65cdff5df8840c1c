import { expect, test } from "vitest";
import { tieredAgents } from "../../../shared/domain/tiers/tiered-agents.ts";
import type { Method } from "../../../shared/schemas/plan/method.ts";
import { standardTiers } from "../../../shared/schemas/plan/tiers-policy.ts";
import { anAgent, aPlan } from "../../support/routing-fixtures.ts";

const people = [
  anAgent({ agentId: "anna", team: "city", tier: "A" }),
  anAgent({ agentId: "ben", team: "land" }),
  anAgent({ agentId: "cem", team: "city", status: "inactive" }),
  anAgent({ agentId: "ida", team: "city", role: "isa" }),
];
const agents = new Map(people.map((agent) => [agent.agentId, agent]));
const reached = (...methods: Method[]) => {
  const plan = aPlan({ rules: methods.map((method, i) => ({ id: `r${i}`, method, overflow: "next" })) });
  return [...tieredAgents({ plan, agents, areas: new Map() })];
};

test("are those in the pool of a method with tiers, or of one that asks for a tier, whichever they have", () => {
  expect(reached({ type: "tiers", pool: {} })).toEqual(["anna", "ben"]);
  expect(reached({ type: "tiers", pool: { team: "city" } })).toEqual(["anna"]);
  expect(reached({ type: "roundRobin", pool: { team: "land", tier: "A" } })).toEqual(["ben"]);
  expect(reached({ type: "tiers", pool: { team: "city", matchSkills: ["interest"] } })).toEqual(["anna"]);
  expect(reached({ type: "roundRobin", pool: {} })).toEqual([]);
});

test("are all agents while tiers are set up and no method goes by them yet", () => {
  const plan = aPlan({ rules: [], tiers: standardTiers });
  expect([...tieredAgents({ plan, agents, areas: new Map() })]).toEqual(["anna", "ben"]);
});
