import { tellDecision } from "../domain/routing/words/tell-decision.ts";
import type { Decision, ToldDecision } from "../schemas/lead/decision.ts";
import type { Locale } from "../schemas/primitives.ts";
import type { Configuration } from "./ports.ts";

/** The decision in the reader's language and in one sentence, with today's names of agents and rules (F6). */
export function summariseDecision(
  decision: Decision,
  { agents, buyers, plan }: Pick<Configuration, "agents" | "plan"> & Partial<Pick<Configuration, "buyers">>,
  locale: Locale,
): ToldDecision {
  return tellDecision(decision, { agents, buyers, rules: plan?.rules ?? [] }, locale);
}
