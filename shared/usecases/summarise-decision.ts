import { progressivePoolRule } from "../domain/progressive/progressive-rules.ts";
import type { SummaryNames } from "../domain/routing/words/summary-names.ts";
import { tellDecision } from "../domain/routing/words/tell-decision.ts";
import type { Decision, ToldDecision } from "../schemas/lead/decision.ts";
import type { LeadBody } from "../schemas/lead/lead.ts";
import type { Plan } from "../schemas/plan/plan.ts";
import type { Locale } from "../schemas/primitives.ts";
import type { Configuration } from "./ports/ports.ts";

/** What says in which currency a lead's amounts are, and of a share how many have the lead. */
type ToldLead = { readonly facts: Pick<LeadBody["facts"], "budget" | "price" | "property"> } & Pick<LeadBody, "share">;

/** The decision in the reader's language and in one sentence, with today's names of agents, areas, sources and rules (F6). */
export function summariseDecision(
  decision: Decision,
  config: Pick<Configuration, "agents" | "areas" | "buyers" | "plan" | "sources">,
  locale: Locale,
  { facts, share }: ToldLead = { facts: {} },
): ToldDecision {
  const { agents, areas, buyers, plan, sources } = config;
  const names: SummaryNames = {
    ...{ agents, areas, buyers, sources },
    rules: plan === undefined ? [] : rulesOf(plan),
    currency: (facts.budget ?? facts.price ?? facts.property?.price)?.currency,
    holidays: plan?.businessHours?.holidays,
  };
  return tellDecision(decision, names, locale, share?.among);
}

function rulesOf(plan: Plan): SummaryNames["rules"] {
  const progressive = plan.progressive.map((rule) => ({ id: progressivePoolRule(rule), name: rule.name ?? rule.id }));
  return progressive.length === 0 ? plan.rules : [...plan.rules, ...progressive];
}
