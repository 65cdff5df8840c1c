import { type Act, byPerson } from "./act.ts";
import type { Day } from "./day.ts";
import { admin, putAgent, putBuyer } from "./tenant.ts";

/** A leader chooses the agent, however full. */
export async function assign(day: Day): Promise<void> {
  const state = await day.someLead(() => true);
  const agentId = day.pick(day.agents);
  if (!state) return;
  day.forced.set(agentId, (day.forced.get(agentId) ?? 0) + 1);
  const chief = day.pick(Object.keys(day.tenant.chiefs));
  await byPerson(day, chief, "assign", state.leadId, { agentId, reason: "knows the street" });
}

/** Somebody is away for a while, paused, back, or may have more or fewer leads. */
export async function changeTeam(day: Day): Promise<void> {
  const { world, random } = day;
  const agentId = day.pick(day.agents);
  if (day.chance(0.4)) {
    const from = new Date(world.now() + Math.floor(random() * 3_600_000)).toISOString();
    const to = new Date(world.now() + 3_600_000 + Math.floor(random() * 86_400_000)).toISOString();
    day.away.add(agentId);
    const asking = world.ask("POST", `/v1/agents/${agentId}/time-off`, { as: admin, body: { from, to } });
    await day.said(`${agentId} is away`, asking);
    return;
  }
  const capacity = day.pick(day.tenant.capacities);
  const status = day.chance(0.75) ? "active" : "paused";
  day.most.set(agentId, Math.max(capacity, day.most.get(agentId) ?? 0));
  const asking = putAgent(world, day.tenant, agentId, { capacity, status });
  await day.said(`${agentId} is ${status}, capacity ${capacity}`, asking);
}

/** What an admin of a tenant with several plans and with buyers does besides. */
export const officeActs: readonly Act[] = [
  [4, changePlan],
  [3, changeBuyer],
];

async function changePlan(day: Day): Promise<void> {
  const body = day.pick(day.tenant.plans);
  day.plans.push(body);
  await day.said(`plan ${day.tenant.plans.indexOf(body) + 1}`, day.world.ask("PUT", "/v1/plan", { as: admin, body }));
}

async function changeBuyer(day: Day): Promise<void> {
  const buyerId = day.pick(Object.keys(day.tenant.buyers ?? {}));
  const cap = day.most.get(buyerId);
  const dailyCap = cap === undefined ? undefined : day.pick([1, 2, 3]);
  if (dailyCap !== undefined) day.most.set(buyerId, Math.max(dailyCap, cap ?? 0));
  const status = day.chance(0.75) ? "active" : "paused";
  const asking = putBuyer(day.world, day.tenant, buyerId, { status, dailyCap });
  await day.said(`buyer ${buyerId} is ${status}, at most ${dailyCap} a day`, asking);
}
