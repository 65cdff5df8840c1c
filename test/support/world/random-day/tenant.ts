import type { PickQuotas } from "../invariants/pick-invariants.ts";
import type { Answered, World } from "../world.ts";

export const admin = { person: "admin", groups: ["admin"] };

/** Draws for a random day; all from one seed. */
export interface Dice {
  random(): number;
  chance(likely: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/** A tenant that random days are lived with. */
export interface Tenant {
  /** What is saved of each agent; those whom the day pauses, loads and sends away. */
  readonly agents: Readonly<Record<string, object>>;
  /** How many leads an admin allows somebody at once. */
  readonly capacities: readonly number[];
  /** Leaders and managers: they are always there. */
  readonly chiefs: Readonly<Record<string, object>>;
  /** One is drawn when the day begins, and each time an admin changes the plan. */
  readonly plans: readonly object[];
  readonly areas?: Readonly<Record<string, object>>;
  readonly buyers?: Readonly<Record<string, object>>;
  /** Of the plans, for whoever picks. */
  readonly quotas?: PickQuotas;
  /** How many recipients the rule wants that shared a lead, by what its pools' keys begin with. */
  readonly sharesOf?: (poolRule: string) => number;
  /** What a lead has beyond the person. */
  newLead(dice: Dice): object;
  /** How likely two leads are of the same person: drawn from so many. */
  readonly persons: number;
}

export const chiefs = { lena: { role: "leader" }, mona: { role: "manager" } };

/** The person's group, as the sign-in says it. */
export function groupOf({ agents, chiefs: leading }: Tenant, person: string): string {
  const { role = "agent" } = { ...agents[person], ...leading[person] } as { readonly role?: string };
  return role;
}

export async function putAgent(world: World, tenant: Tenant, agentId: string, changes: object): Promise<Answered> {
  const people = { ...tenant.agents, ...tenant.chiefs };
  const body = {
    name: agentId,
    email: `${agentId}@example.com`,
    phone: `+4917139200${10 + Object.keys(people).indexOf(agentId)}`,
    team: "city",
    locale: "en",
    ...people[agentId],
    ...changes,
  };
  return world.ask("PUT", `/v1/agents/${agentId}`, { as: admin, body });
}

export async function putBuyer(world: World, tenant: Tenant, buyerId: string, changes: object): Promise<Answered> {
  const delivery = { type: "webhook", url: await world.buyers.address(buyerId) };
  const price = { amount: 40, currency: "EUR" };
  const body = { name: buyerId, delivery, price, ...tenant.buyers?.[buyerId], ...changes };
  return world.ask("PUT", `/v1/buyers/${buyerId}`, { as: admin, body });
}

/** Everybody and everything of the tenant, and the plan. Answers the source's key. */
export async function setUp(world: World, tenant: Tenant, plan: object): Promise<string> {
  const put = (path: string, body: object) => succeeded(world.ask("PUT", path, { as: admin, body }));
  for (const [areaId, area] of Object.entries(tenant.areas ?? {})) await put(`/v1/areas/${areaId}`, area);
  for (const agentId of [...Object.keys(tenant.agents), ...Object.keys(tenant.chiefs)]) {
    await succeeded(putAgent(world, tenant, agentId, {}));
  }
  for (const buyerId of Object.keys(tenant.buyers ?? {})) await succeeded(putBuyer(world, tenant, buyerId, {}));
  await put("/v1/teams/city", { name: "City", leaderId: "lena" });
  const source = await put("/v1/sources/website", { name: "Website" });
  await put("/v1/plan", plan);
  await world.settle();
  return String((source.body as { readonly key: unknown }).key);
}

async function succeeded(asking: Promise<Answered>): Promise<Answered> {
  const answer = await asking;
  if (answer.status >= 300) throw new Error(`the set-up was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}
