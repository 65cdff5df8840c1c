import type { LeadBody } from "../../schemas/lead/lead.ts";
import type { Condition } from "../../schemas/plan/condition.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import { factsOf } from "../routing/facts.ts";
import { holdsFor, type Predicate, predicateOf } from "../rules/predicate.ts";

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
    ...factsOf({ facts, areas, sourceId, exclusivity }, now, plan?.timezone ?? "utc", plan?.businessHours),
    engagement: engagement.map(({ type }) => type),
    flags,
    attribution: lead.attribution,
    consent: lead.consent,
    accountId: lead.accountId,
    senderScore: lead.senderScore,
  };
  return (when) => holdsFor(prepared(when), view);
}

const predicates = new WeakMap<Condition, Predicate>();

/** Conditions live as long as their plan version; each is made ready once. */
function prepared(when: Condition): Predicate {
  const known = predicates.get(when);
  if (known) return known;
  const made = predicateOf(when);
  predicates.set(when, made);
  return made;
}
