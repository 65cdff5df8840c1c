import { tellDecision } from "../domain/routing/words/tell-decision.ts";
import type { Decision, ToldDecision } from "../schemas/lead/decision.ts";
import type { Locale } from "../schemas/primitives.ts";
import { type AmountFacts, decisionNames, type NamedConfig } from "./decision-names.ts";

/** The decision in the reader's language and in one sentence, with today's names of agents and rules (F6). */
export function summariseDecision(
  decision: Decision,
  config: NamedConfig,
  locale: Locale,
  facts?: AmountFacts,
): ToldDecision {
  return tellDecision(decision, decisionNames(config, facts), locale);
}
