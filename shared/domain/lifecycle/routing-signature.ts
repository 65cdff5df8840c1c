import type { Condition } from "../../schemas/condition.ts";
import type { Plan } from "../../schemas/plan.ts";
import { factsOf } from "../routing/facts.ts";
import type { LeadToRoute } from "../routing/lead-to-route.ts";

/**
 * Everything about a lead that this plan's rules look at: two leads with the same signature are routed alike at the same
 * moment, so when nobody can take the one, nobody can take the other.
 */
export function routingSignature(
  lead: LeadToRoute,
  tried: readonly string[],
  plan: Pick<Plan, "rules" | "timezone" | "businessHours">,
  now: number,
): string {
  const facts = factsOf(lead, now, plan.timezone, plan.businessHours);
  const names = new Set(plan.rules.flatMap(({ when }) => (when === undefined ? [] : fieldsOf(when))));
  return JSON.stringify([lead.areas, lead.stage, tried, [...names].sort().map((name) => [name, facts[name]])]);
}

/** The lead fields a condition asks about; of `budget.max` the whole `budget`. */
function fieldsOf(condition: Condition): readonly string[] {
  if ("all" in condition) return condition.all.flatMap(fieldsOf);
  if ("any" in condition) return condition.any.flatMap(fieldsOf);
  if ("not" in condition) return fieldsOf(condition.not);
  return [condition.field.split(".")[0] ?? condition.field];
}
