import type { PickQuotas } from "../invariants/pick-invariants.ts";
import type { Answered, World } from "../world.ts";

export const team = ["anna", "ben", "cem", "dora"] as const;
export const admin = { person: "admin", groups: ["admin"] };

export async function putAgent(world: World, agentId: string, changes: object): Promise<Answered> {
  const body = {
    name: agentId,
    email: `${agentId}@example.com`,
    phone: `+4917139200${10 + [...team, "lena", "mona"].indexOf(agentId)}`,
    team: "city",
    locale: "en",
    ...changes,
  };
  return world.ask("PUT", `/v1/agents/${agentId}`, { as: admin, body });
}

export const usualPlan = {
  timezone: "Europe/Berlin",
  defaultCountry: "DE",
  offers: { max: 3, then: "manager", managerId: "mona" },
  rules: [{ id: "all", method: { type: "roundRobin" }, overflow: "queue" }],
  fallback: { type: "pool" },
};

/** Tight, so that days of a few leads meet them. */
export const quotas: PickQuotas = { perHour: 2, perDay: 3, perWeek: 5 };
const hot = { field: "temperature", op: "eq", value: "hot" };
const warm = { field: "temperature", op: "eq", value: "warm" };
/** Hot leads are assigned first and then picked, warm ones picked or the leader's, cold ones assigned. */
export const pickingPlan = {
  ...usualPlan,
  cherryPick: { contactWithin: "PT1H", quotas, ratios: { hotPerWarm: 2, agedOf: 3 }, misses: { suspendAfter: 2 } },
  rules: [
    { id: "hot", when: hot, method: { type: "cherryPick", assignFirst: { for: "PT10M" }, recycleAfter: "P2D" } },
    { id: "warm", when: warm, method: { type: "cherryPick", claimWithin: "PT2H", then: ["lena"] } },
    ...usualPlan.rules,
  ],
};

/** Four agents of one team, its leader, a manager, a source and a plan. Answers the source's key. */
export async function setUp(world: World, plan: object): Promise<string> {
  for (const agentId of team) await succeeded(putAgent(world, agentId, { capacity: 4 }));
  await succeeded(putAgent(world, "lena", { role: "leader" }));
  await succeeded(putAgent(world, "mona", { role: "manager" }));
  await succeeded(world.ask("PUT", "/v1/teams/city", { as: admin, body: { name: "City", leaderId: "lena" } }));
  const source = await succeeded(world.ask("PUT", "/v1/sources/website", { as: admin, body: { name: "Website" } }));
  await succeeded(world.ask("PUT", "/v1/plan", { as: admin, body: plan }));
  await world.settle();
  return String((source.body as { readonly key: unknown }).key);
}

async function succeeded(asking: Promise<Answered>): Promise<Answered> {
  const answer = await asking;
  if (answer.status >= 300) throw new Error(`the set-up was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}
