import type { Considered, Decision } from "../../../schemas/lead/decision.ts";
import type { Locale } from "../../../schemas/primitives.ts";
import { isProgressive } from "../../progressive/progressive-rules.ts";
import { matchedIn } from "../../rotation/pool-key.ts";
import { CLOSED, CONTINUITY, FALLBACK, ON_CALL } from "../special-rules.ts";
import { closedDayText } from "./closed-day.ts";
import { summaryDe } from "./summary-de.ts";
import { summaryEn } from "./summary-en.ts";
import type { SummaryNames } from "./summary-names.ts";
import type { ChosenBy, SummaryTexts } from "./summary-texts.ts";

/** How many left out are named; more would hide what matters. */
const named = 3;

/**
 * The decision in one sentence for people who do not know the plan (F6): which rule, who got the lead and why, and who
 * of the same pool did not. `among`: of one share, how many recipients the lead has.
 */
export function summaryOf(decision: Decision, names: SummaryNames, locale: Locale, among?: number): string {
  const texts = locale === "de" ? summaryDe : summaryEn;
  const by = whoDecided(decision, names, texts, locale);
  const result = resultText(decision, names, texts, among);
  const others = decision.considered
    .filter(({ eligible, reason }) => !eligible && reason !== undefined && reason in texts.reasons)
    .slice(0, named)
    .map((each) => leftOutText(each, names, texts));
  return `${by}: ${[result, ...others].join("; ")}.`;
}

function whoDecided(decision: Decision, names: SummaryNames, texts: SummaryTexts, locale: Locale): string {
  const { ruleId, outcome, knownThrough = "person" } = decision;
  if (outcome === "nurture") return texts.nurturing;
  if (ruleId === CONTINUITY) return texts.continuity[knownThrough];
  if (ruleId === FALLBACK) return texts.fallback;
  if (ruleId === CLOSED || ruleId === ON_CALL) {
    const day = decision.rules.find((rule) => rule.ruleId === ruleId)?.why.closedDay;
    return day === undefined ? texts.closed : closedDayText(day, names.holidays, locale);
  }
  const name = names.rules.find((rule) => rule.id === ruleId)?.name ?? ruleId;
  return isProgressive(ruleId) ? texts.progressive(name) : texts.rule(name);
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
      return texts.chosen(nameOf(chosen ?? "", names), chosenBy(decision, names));
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

function chosenBy(decision: Decision, { areas }: SummaryNames): ChosenBy {
  const { method, ticket, poolId, tier, knownThrough, chosen, considered } = decision;
  const { weight, share } = considered.find(({ agentId }) => agentId === chosen[0]) ?? {};
  const areaIds = poolId === undefined ? [] : (matchedIn(poolId).get("area")?.split("+") ?? []);
  const names = areaIds.map((id) => areas?.get(id)?.name ?? id);
  return { method, ticket: ticket?.n, areas: names, weight, share, tier, knownThrough };
}

function leftOutText({ agentId, reason }: Considered, names: SummaryNames, texts: SummaryTexts): string {
  return `${nameOf(agentId, names)} ${reason === undefined ? "" : texts.reasons[reason]}`;
}

function nameOf(id: string, { agents, buyers }: SummaryNames): string {
  return (agents.get(id) ?? buyers?.get(id))?.name ?? id;
}
