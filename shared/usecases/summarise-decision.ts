import { summaryOf } from "../domain/routing/summary.ts";
import type { Decision } from "../schemas/decision.ts";
import type { Locale } from "../schemas/primitives.ts";
import type { Configuration } from "./ports.ts";

/** The decision in one sentence, with today's names of agents and rules (F6). */
export function summariseDecision(
  decision: Decision,
  { agents, plan }: Pick<Configuration, "agents" | "plan">,
  locale: Locale,
): string {
  return summaryOf(decision, { agents, rules: plan?.rules ?? [] }, locale);
}
