import type { LeadToRoute } from "../../shared/domain/routing/lead-to-route.ts";
import type { Comparison } from "../../shared/schemas/plan/condition.ts";
import type { Plan } from "../../shared/schemas/plan/plan.ts";
import type { RoutingConfig } from "../../shared/usecases/routing-config.ts";
import { seededRandom } from "../support/memory/memory-random.ts";
import { aLead, anAgent, aPlan } from "../support/routing-fixtures.ts";

const sources = ["website", "portal-a", "portal-b", "ads", "referral", "fair"];
const interests = ["buyer", "seller", "renter", "landlord", "investor"] as const;
const languages = ["de", "en", "tr", "pl", "fr"];
const timelines = ["now", "3m", "6m", "12m"] as const;
const temperatures = ["hot", "warm", "cold"] as const;
const codes = Array.from({ length: 200 }, (_, i) => String(10_000 + i * 17));

/** Draws from a fixed sequence: every run measures the same plan and the same leads. */
function drawing(seed: number) {
  const random = seededRandom(seed);
  const number = (below: number) => Math.floor(random() * below);
  const one = <T>(list: readonly [T, ...T[]] | readonly T[]): T => {
    const chosen = list[number(list.length)];
    if (chosen === undefined) throw new Error("nothing to draw from");
    return chosen;
  };
  const some = <T>(list: readonly T[], count: number) =>
    list
      .map((item) => ({ item, key: random() }))
      .sort((a, b) => a.key - b.key)
      .slice(0, count)
      .map(({ item }) => item);
  return { number, one, some };
}

/** Eight comparisons, as a brokerage with many portals and areas writes them. */
function conditions({ number, one, some }: ReturnType<typeof drawing>): Comparison[] {
  const from = number(8) * 50_000;
  return [
    { field: "source", op: "in", value: some(sources, 4) },
    { field: "interest", op: "in", value: some(interests, 3) },
    { field: "language", op: "nin", value: some(languages, 1) },
    { field: "timeline", op: "ne", value: one(timelines) },
    { field: "temperature", op: "in", value: some(temperatures, 2) },
    { field: "budget.max", op: "gte", value: from },
    { field: "budget.max", op: "lt", value: from + 400_000 },
    { field: "postalCode", op: "in", value: some(codes, 80) },
  ];
}

export function samplePlan(rules: number): Plan {
  const draw = drawing(7);
  const input = aPlan({
    rules: Array.from({ length: rules }, (_, i) => ({
      id: `rule-${i + 1}`,
      when: { all: conditions(draw) },
      method: { type: "roundRobin", pool: { skills: [`skill-${i % 10}`] } },
    })),
    fallback: { type: "roundRobin", pool: {} },
  });
  return { ...input, version: 1 };
}

/** Leads of which most match one rule or another, some none. */
export function sampleLeads(count: number): readonly LeadToRoute[] {
  const { number, one } = drawing(11);
  return Array.from({ length: count }, (_, i) =>
    aLead(i + 1, {
      sourceId: one(sources),
      score: number(101),
      temperature: one(temperatures),
      facts: {
        interest: one(interests),
        language: one(languages),
        timeline: one(timelines),
        postalCode: one(codes),
        ...(number(10) > 0 && { budget: { max: number(600) * 1000, currency: "EUR" } }),
      },
    }),
  );
}

/** Agents with two of ten skills each, so that every rule's pool has a fifth of them. */
export function sampleConfig(plan: Plan, count: number): RoutingConfig {
  const agents = Array.from({ length: count }, (_, i) =>
    anAgent({
      agentId: `agent-${String(i + 1).padStart(3, "0")}`,
      skills: [`skill-${i % 10}`, `skill-${(i + 3) % 10}`],
    }),
  );
  return {
    plan,
    agents: new Map(agents.map((agent) => [agent.agentId, agent])),
    timeOff: [],
    areas: new Map(),
    buyers: new Map(),
    figures: new Map(),
  };
}
