import type { LeadState } from "../../../../shared/schemas/lead/lead.ts";
import { type Act, byHolder } from "./act.ts";
import type { Day } from "./day.ts";
import { groupOf } from "./tenant.ts";

const offered = ({ status }: LeadState) => status === "offered";

/** What agents do with the leads that they are offered or have. */
export const fieldActs: readonly Act[] = [
  [18, (day) => byHolder(day, "accept", {}, offered)],
  [8, (day) => byHolder(day, "decline", { reason: "busy" }, offered)],
  [
    12,
    (day) =>
      byHolder(day, "contact", { channel: "call", outcome: day.pick(["reached", "noAnswer", "leftMessage"] as const) }),
  ],
  [5, (day) => byHolder(day, "qualify", {})],
  [4, (day) => byHolder(day, "appointment", { at: new Date(day.world.now() + 3 * 86_400_000).toISOString() })],
  [4, (day) => byHolder(day, "convert", { value: { amount: 400_000, currency: "EUR" } })],
  [3, (day) => byHolder(day, "lose", { reason: "bought elsewhere" })],
  [2, (day) => byHolder(day, "unqualify", { reason: "wrong data" })],
  [2, (day) => byHolder(day, "complain", { reason: "not my turn" }, () => true)],
];

/** Whoever has a lead open usually takes that one. */
export async function fromPool(day: Day, action: "claim" | "open"): Promise<void> {
  const { world, chance, pick, agents, tenant } = day;
  const state = await day.someLead(({ status }) => status === "pooled" || status === "held");
  const person = chance(0.6) ? (state?.held?.agentId ?? pick(agents)) : pick(agents);
  if (!state) return;
  const as = { person, groups: [groupOf(tenant, person)] };
  if (chance(0.3)) await world.ask("GET", "/v1/pool", { as });
  await day.said(
    `${person} ${action}s ${state.leadId}`,
    world.ask("POST", `/v1/leads/${state.leadId}/${action}`, { as, body: {} }),
  );
}
