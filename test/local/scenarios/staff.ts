import type { LocalProduct } from "../../support/world/local-product.ts";
import { admin, type LocalTenant, openTenant, reached, won } from "../../support/world/local-tenant.ts";

const roomy = { capacity: 1000 };

/** Three agents in this order, each the others' backup, and the leader of their team; phones of the range kept for fiction. */
export const staff = ["anna", "ben", "cem"] as const;
export const phoneOf: Readonly<Record<string, string>> = {
  anna: "+491713920010",
  ben: "+491713920011",
  cem: "+491713920012",
};

/** A tenant with the default plan (round robin, then the pool) and these people. */
export async function openStaffed(
  world: LocalProduct,
  plan: Readonly<Record<string, unknown>> = {},
): Promise<LocalTenant> {
  const tenant = await openTenant(world, plan);
  for (const [order, agentId] of staff.entries()) {
    const backups = staff.filter((other) => other !== agentId);
    await tenant.agent(agentId, { ...roomy, order, backups, phone: phoneOf[agentId], channels: ["sms", "email"] });
  }
  await tenant.agent("lena", { ...roomy, role: "leader" });
  await world.ask("PUT", "/v1/teams/city", { as: admin, body: { name: "City", leaderId: "lena" } });
  await world.settle();
  return tenant;
}

/** Whoever has the lead now, offered or owned. */
export async function holder(tenant: LocalTenant, leadId: string): Promise<string> {
  const { offer, ownerId } = await tenant.state(leadId);
  return offer?.agentId ?? ownerId ?? "nobody";
}

/** A new lead that the agent it was offered to has accepted. */
export async function accepted(
  tenant: LocalTenant,
  temperature: "hot" | "warm" | "cold" = "hot",
): Promise<{ readonly leadId: string; readonly owner: string }> {
  const { leadId, offer } = await tenant.lead({ temperature });
  const owner = offer?.agentId ?? "nobody";
  const { status } = await tenant.act(owner, leadId, "accept");
  if (status !== 200) throw new Error(`accepting was answered ${status}`);
  return { leadId, owner };
}

/** Contact and a sale by whoever has the lead. */
export async function contactAndWin(tenant: LocalTenant, leadId: string): Promise<void> {
  const owner = await holder(tenant, leadId);
  await tenant.act(owner, leadId, "contact", reached);
  await tenant.act(owner, leadId, "convert", won);
}

let callers = 0;

/** A new hot lead of a person with a phone, with the link that its agent was sent. */
export async function offeredByPhone(tenant: LocalTenant) {
  callers += 1;
  const phone = `+4930231${String(25_000 + callers)}`;
  const { leadId, offer } = await tenant.lead({ temperature: "hot", phone });
  const agentId = offer?.agentId ?? "nobody";
  const sent = (await tenant.world.outbox()).find((item) => item.leadId === leadId && item.agentId === agentId);
  if (sent?.link === undefined) throw new Error(`${agentId} was not sent a link to ${leadId}`);
  return { leadId, agentId, phone, link: sent.link };
}
