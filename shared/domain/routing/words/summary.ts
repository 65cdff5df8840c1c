import type { Considered, Decision } from "../../../schemas/lead/decision.ts";
import type { Locale } from "../../../schemas/primitives.ts";
import { CLOSED, CONTINUITY, FALLBACK, ON_CALL } from "../special-rules.ts";
import { summaryDe } from "./summary-de.ts";
import { summaryEn } from "./summary-en.ts";
import type { SummaryTexts } from "./summary-texts.ts";

/** Names by id; an id without one is shown as it is. */
export interface SummaryNames {
  readonly agents: ReadonlyMap<string, { readonly name: string }>;
  readonly buyers?: ReadonlyMap<string, { readonly name: string }> | undefined;
  readonly rules: readonly { readonly id: string; readonly name?: string | undefined }[];
}

/** How many left out are named; more would hide what matters. */
const named = 3;

/**
 * The decision in one sentence for people who do not know the plan (F6): which rule, who got the lead and why, and who
 * of the same pool did not. `among`: of one share, how many recipients the lead has.
 */
export function summaryOf(decision: Decision, names: SummaryNames, locale: Locale, among?: number): string {
  const texts = locale === "de" ? summaryDe : summaryEn;
  const by = whoDecided(decision, names, texts);
  const result = resultText(decision, names, texts, among);
  const others = decision.considered
    .filter(({ eligible, reason }) => !eligible && reason !== undefined && reason in texts.reasons)
    .slice(0, named)
    .map((each) => leftOutText(each, names, texts));
  return `${by}: ${[result, ...others].join("; ")}.`;
}

function whoDecided({ ruleId, outcome }: Decision, names: SummaryNames, texts: SummaryTexts): string {
  if (outcome === "nurture") return texts.nurturing;
  if (ruleId === CONTINUITY) return texts.continuity;
  if (ruleId === FALLBACK) return texts.fallback;
  if (ruleId === CLOSED || ruleId === ON_CALL) return texts.closed;
  return texts.rule(names.rules.find((rule) => rule.id === ruleId)?.name ?? ruleId);
}

function resultText(decision: Decision, names: SummaryNames, texts: SummaryTexts, among?: number): string {
  const { chosen: recipients } = decision;
  const chosen = recipients[0];
  switch (decision.outcome) {
    case "agent":
      if (decision.method === "shared") {
        return texts.shared(
          recipients.map((id) => nameOf(id, names)),
          among ?? recipients.length,
        );
      }
      return texts.chosen(nameOf(chosen ?? "", names), decision.method, decision.ticket?.n);
    case "pooled":
      return decision.method === "cherryPick" ? texts.toPick : texts.pooled;
    case "queued":
      return decision.ruleId === CLOSED ? texts.held : texts.queued;
    case "nurture":
      return texts.notYet;
    default:
      return decision.outcome satisfies never;
  }
}

function leftOutText({ agentId, reason }: Considered, names: SummaryNames, texts: SummaryTexts): string {
  return `${nameOf(agentId, names)} ${reason === undefined ? "" : texts.reasons[reason]}`;
}

function nameOf(id: string, { agents, buyers }: SummaryNames): string {
  return (agents.get(id) ?? buyers?.get(id))?.name ?? id;
}
