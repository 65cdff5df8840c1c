import type { Locale } from "../../schemas/primitives.ts";
import type { Finding, FindingCode } from "./findings/finding.ts";
import type { FindingTexts } from "./findings/finding-texts.ts";
import { findingTextsDe } from "./findings/finding-texts-de.ts";
import { findingTextsEn } from "./findings/finding-texts-en.ts";

/** A finding as people read it. */
export interface PlanProblem {
  readonly severity: Finding["severity"];
  readonly ruleId?: string;
  /** The place in the plan, as a JSON pointer; empty: the plan as a whole, or the team. */
  readonly pointer: string;
  readonly code: FindingCode;
  readonly message: string;
  readonly fix: string;
}

/** The finding in the reader's language, with what to do about it. */
export function planProblem<Code extends FindingCode>(finding: Finding<Code>, locale: Locale): PlanProblem {
  const texts: FindingTexts = locale === "de" ? findingTextsDe : findingTextsEn;
  const { severity, ruleId, code, pointer = "" } = finding;
  const [message, fix] = texts[code](finding);
  return { severity, ...(ruleId !== undefined && { ruleId }), pointer, code, message, fix };
}

/** Stands for what is found more often than anybody would read, after those that are told one by one. */
export function moreOfKind({ severity, code }: PlanProblem, count: number, locale: Locale): PlanProblem {
  const number = count.toLocaleString(locale);
  const [message, fix] =
    locale === "de"
      ? [`Dasselbe an ${number} weiteren Stellen.`, "Beheben Sie die genannten zuerst, dann prüfen Sie noch einmal."]
      : [`The same in ${number} more places.`, "Mend those that are told first, then check again."];
  return { severity, pointer: "", code, message, fix };
}
