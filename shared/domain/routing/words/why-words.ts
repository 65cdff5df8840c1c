import type { RuleWhy, SettledBy } from "../../../schemas/lead/decision.ts";
import type { Locale } from "../../../schemas/primitives.ts";
import { closedDayText } from "./closed-day.ts";
import { noNames, type SummaryNames } from "./summary-names.ts";
import { listed, valuesInWords, type Wording } from "./values/value-words.ts";
import type { WhyTexts } from "./why-texts.ts";
import { whyTextsDe } from "./why-texts-de.ts";
import { whyTextsEn } from "./why-texts-en.ts";

/** Notes about one certain agent, so that “nobody” means that one. */
const aboutOne: ReadonlySet<RuleWhy["note"]> = new Set<RuleWhy["note"]>([
  ...(["knownPerson", "knownCompany", "firstContact", "beingOffered"] as const),
]);

/** Why a rule matched or not, and why it found nobody, in the reader's language (F6). */
export function whyWords(why: RuleWhy, locale: Locale, names: SummaryNames = noNames): string {
  const texts = locale === "de" ? whyTextsDe : whyTextsEn;
  const reason = [
    reasonText(why, texts, { names, locale }),
    ...(why.exception === undefined ? [] : [texts.exception]),
    ...(why.first === undefined ? [] : [texts.first[why.first]]),
    ...(why.mix === undefined ? [] : [texts.mix(why.mix)]),
  ].join("; ");
  const nobody = why.note === "noSuchAgent" ? undefined : why.nobody;
  return nobody === undefined ? reason : `${reason}, ${nobodyText(nobody, aboutOne.has(why.note), texts)}`;
}

function reasonText({ by = [], more, note, closedDay }: RuleWhy, texts: WhyTexts, wording: Wording): string {
  if (closedDay !== undefined) return closedDayText(closedDay, wording.names.holidays, wording.locale);
  if (note !== undefined) return texts.notes[note];
  if (by.length === 0) return texts.noCondition;
  return (
    by.map((each) => settledText(each, texts, wording)).join(texts.and) + (more === undefined ? "" : texts.more(more))
  );
}

function settledText([path, op, wanted, actual]: SettledBy, texts: WhyTexts, wording: Wording): string {
  const field = fieldName(path, texts);
  if (actual === "") return texts.notGiven[path] ?? texts.notGivenAt(field);
  const state = op === "eq" || op === "ne" ? (actual ?? held(op, wanted)) : undefined;
  if (state === "true" || state === "false") return yesOrNo(path, field, state === "true", texts);
  const words = op === "exists" ? [wanted] : valuesInWords(path, op, wanted, wording);
  const told = op === "between" ? texts.between(words[0] ?? "", words[1] ?? "") : listed(words, "or", wording.locale);
  if (actual === undefined) return texts.met[op](field, told);
  return texts.missed[op](field, told, listed(valuesInWords(path, op, actual, wording), "and", wording.locale));
}

/** What a lead that meets the comparison has: of two truths the other one, where it is not to be this. */
function held(op: "eq" | "ne", wanted: string): string | undefined {
  if (op === "eq") return wanted;
  return wanted === "true" ? "false" : wanted === "false" ? "true" : undefined;
}

function yesOrNo(path: string, field: string, holds: boolean, { yesNo, truth }: WhyTexts): string {
  const said = yesNo[path];
  return said ? said[holds ? 0 : 1] : `${field}: ${truth[holds ? 0 : 1]}`;
}

/** A field that only this tenant's leads have is called as the tenant calls it. */
function fieldName(path: string, texts: WhyTexts): string {
  return texts.fields[path] ?? path.replace(/^custom\./, "");
}

function nobodyText(counts: NonNullable<RuleWhy["nobody"]>, one: boolean, texts: WhyTexts): string {
  const reasons = Object.entries(counts);
  const [only] = reasons;
  if (one && only !== undefined && reasons.length === 1 && only[0] in texts.but) return texts.but[only[0]] ?? "";
  const told = reasons.map(([reason, count]) => `${count} ${texts.reasons[reason] ?? reason}`);
  return told.length === 0 ? texts.emptyPool : texts.nobody(told);
}
