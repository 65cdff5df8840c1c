import { progressivePoolRule } from "../domain/progressive/progressive-rules.ts";
import type { SummaryNames } from "../domain/routing/words/summary-names.ts";
import type { LeadBody } from "../schemas/lead/lead.ts";
import type { Plan } from "../schemas/plan/plan.ts";
import type { Configuration } from "./ports.ts";

/** Of the configuration, what a decision's words need. */
export type NamedConfig = Pick<Configuration, "agents" | "plan"> &
  Partial<Pick<Configuration, "areas" | "buyers" | "sources">>;

/** What says in which currency a lead's amounts are. */
export type AmountFacts = Pick<LeadBody["facts"], "budget" | "price" | "property">;

/** Today's names for the words of a decision; amounts are in the currency of the lead, if its `facts` say which (F6). */
export function decisionNames(config: NamedConfig, facts: AmountFacts = {}): SummaryNames {
  const { agents, areas, buyers, plan, sources } = config;
  return {
    ...{ agents, areas, buyers, sources },
    rules: plan === undefined ? [] : rulesOf(plan),
    currency: (facts.budget ?? facts.price ?? facts.property?.price)?.currency,
    holidays: plan?.businessHours?.holidays,
  };
}

function rulesOf(plan: Plan): SummaryNames["rules"] {
  const progressive = plan.progressive.map((rule) => ({ id: progressivePoolRule(rule), name: rule.name ?? rule.id }));
  return progressive.length === 0 ? plan.rules : [...plan.rules, ...progressive];
}
