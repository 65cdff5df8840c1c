import type { Condition } from "../../schemas/plan/condition.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { PoolFilter } from "../../schemas/plan/pool-filter.ts";
import { methodsOfPlan } from "../plan/methods-of-plan.ts";
import { factsOf } from "../routing/facts.ts";
import type { LeadToRoute } from "../routing/lead-to-route.ts";

/** Facts that are the same for all leads of a moment. */
const ofTheMoment: ReadonlySet<string> = new Set(["hour", "weekday", "open", "holiday"]);

const lookedAt = new WeakMap<Plan, readonly string[]>();

/**
 * Everything about a lead that this plan's rules and pools look at, but for the time of day: two leads with the same
 * signature are routed alike at the same moment, so when nobody can take the one, nobody can take the other.
 */
export function routingSignature(lead: LeadToRoute, tried: readonly string[], plan: Plan): string {
  const names = lookedAt.get(plan) ?? fieldsOfPlan(plan);
  lookedAt.set(plan, names);
  const facts = factsOf(lead, 0, plan.timezone);
  return JSON.stringify([
    lead.areas,
    lead.stage,
    lead.sourceId,
    lead.temperature,
    tried,
    names.map((name) => facts[name]),
  ]);
}

/** The lead fields that the plan asks about; of `budget.max` the whole `budget`. */
function fieldsOfPlan(plan: Plan): readonly string[] {
  const asked = plan.rules.flatMap(({ when }) => (when === undefined ? [] : fieldsOf(when)));
  const matched = methodsOfPlan(plan).flatMap(({ method }) =>
    "pool" in method && method.pool !== undefined ? fieldsOfPool(method.pool) : [],
  );
  return [...new Set([...asked, ...matched])].filter((name) => !ofTheMoment.has(name)).sort();
}

function fieldsOfPool({ languages, matchSkills = [] }: PoolFilter): readonly string[] {
  const fields = matchSkills.map((name) => (name === "industry" || name === "companySize" ? "company" : name));
  return languages === undefined ? fields : [...fields, "language"];
}

function fieldsOf(condition: Condition): readonly string[] {
  if ("all" in condition) return condition.all.flatMap(fieldsOf);
  if ("any" in condition) return condition.any.flatMap(fieldsOf);
  if ("not" in condition) return fieldsOf(condition.not);
  return [condition.field.split(".")[0] ?? condition.field];
}
