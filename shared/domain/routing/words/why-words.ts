import type { RuleWhy, SettledBy } from "../../../schemas/lead/decision.ts";
import type { Locale } from "../../../schemas/primitives.ts";
import type { WhyTexts } from "./why-texts.ts";
import { whyTextsDe } from "./why-texts-de.ts";
import { whyTextsEn } from "./why-texts-en.ts";

/** Why a rule matched or not, and why it found nobody, in the reader's language (F6). */
export function whyWords(why: RuleWhy, locale: Locale): string {
  const texts = locale === "de" ? whyTextsDe : whyTextsEn;
  const reason = [
    reasonText(why, texts),
    ...(why.exception === undefined ? [] : [texts.exception]),
    ...(why.first === undefined ? [] : [texts.first[why.first]]),
    ...(why.mix === undefined ? [] : [texts.mix(why.mix)]),
  ].join("; ");
  return why.nobody === undefined ? reason : `${reason}, ${nobodyText(why.nobody, texts)}`;
}

function reasonText({ by = [], more, note }: RuleWhy, texts: WhyTexts): string {
  if (note !== undefined) return texts.notes[note];
  if (by.length === 0) return texts.noCondition;
  return by.map((each) => settledText(each, texts)).join(texts.and) + (more === undefined ? "" : texts.more(more));
}

function settledText([path, op, wanted, actual]: SettledBy, texts: WhyTexts): string {
  const field = texts.fields[path] ?? path;
  if (actual === undefined) return texts.met[op](field, range(op, wanted));
  return actual === "" ? texts.notGiven(field) : texts.missed[op](field, range(op, wanted), actual);
}

const range = (op: SettledBy[1], wanted: string): string => (op === "between" ? wanted.replace(", ", "–") : wanted);

function nobodyText(counts: NonNullable<RuleWhy["nobody"]>, texts: WhyTexts): string {
  const told = Object.entries(counts).map(([reason, count]) => `${count} ${texts.reasons[reason] ?? reason}`);
  return told.length === 0 ? texts.emptyPool : texts.nobody(told);
}
