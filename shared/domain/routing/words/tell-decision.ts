import type { Decision, ToldDecision } from "../../../schemas/lead/decision.ts";
import type { Locale } from "../../../schemas/primitives.ts";
import { summaryOf } from "./summary.ts";
import type { SummaryNames } from "./summary-names.ts";
import { whyWords } from "./why-words.ts";

/** The decision as a reader sees it: one sentence, and every rule's reason in words (F6); `among` as there. */
export function tellDecision(decision: Decision, names: SummaryNames, locale: Locale, among?: number): ToldDecision {
  const rules = decision.rules.map(({ why, ...rule }) => ({ ...rule, why: whyWords(why, locale, names) }));
  return { ...decision, rules, summary: summaryOf(decision, names, locale, among) };
}
