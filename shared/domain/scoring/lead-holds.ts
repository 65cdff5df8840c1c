import type { Condition } from "../../schemas/condition.ts";
import type { LeadBody } from "../../schemas/lead.ts";
import type { Plan } from "../../schemas/plan.ts";
import { factsOf } from "../routing/facts.ts";

/** What is known of a lead before it is scored. */
export type UnscoredLead = Omit<LeadBody, "leadId" | "first" | "decision" | "score" | "temperature">;

/**
 * Tells whether a scoring rule's condition holds for a lead (B1). Besides what routing rules may ask about: `engagement`
 * (the types of all of them), `attribution.…`, `consent.…`, `flags`, `accountId` and `senderScore`. Asking about the score
 * or temperature here finds nothing: they follow from the rules.
 */
export function leadHolds(lead: UnscoredLead, now: number, plan: Plan | undefined): (when: Condition) => boolean {
  const { facts, areas = [], sourceId, exclusivity, engagement = [], flags = [] } = lead;
  const view = {
    ...factsOf({ facts, areas, sourceId, exclusivity }, now, plan?.timezone ?? "utc"),
    engagement: engagement.map(({ type }) => type),
    flags,
    attribution: lead.attribution,
    consent: lead.consent,
    accountId: lead.accountId,
    senderScore: lead.senderScore,
  };
  return (when) => holds(when, view);
}
function holds(c: Condition, facts: Readonly<Record<string, unknown>>): boolean {
  if ("all" in c) return c.all.every((p) => holds(p, facts));
  if ("any" in c) return c.any.some((p) => holds(p, facts));
  if ("not" in c) return !holds(c.not, facts);
  const v = facts[c.field];
  return c.op === "eq" && (Array.isArray(v) ? v.includes(c.value) : v === c.value);
}
