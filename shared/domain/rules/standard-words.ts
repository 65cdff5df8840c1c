import type { Comparison } from "../../schemas/plan/condition.ts";
import { countryCode, languageWord } from "../intake/facts/country-language.ts";
import { standardIndustry } from "../intake/facts/industry.ts";
import { standardInterest } from "../intake/facts/interest.ts";
import { standardPropertyType } from "../intake/facts/property-type.ts";
import { standardTimeline } from "../intake/facts/timeline.ts";
import type { Scalar } from "./fact.ts";

const standards: Readonly<Record<string, (text: string) => string | undefined>> = {
  interest: standardInterest,
  propertyType: standardPropertyType,
  timeline: standardTimeline,
  country: countryCode,
  language: languageWord,
  "company.industry": standardIndustry,
};

/** A plan says the same few words in hundreds of rules; finding their standard takes longer than all else about them. */
const known = new Map<string, string>();
const mostKnown = 1000;

function standardWord(field: string, text: string): string {
  const key = `${field} ${text}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const word = standards[field]?.(text) ?? text;
  if (known.size >= mostKnown) known.clear();
  known.set(key, word);
  return word;
}

/**
 * The comparison with its constants in the words that intake gives leads (A2): a rule may say `Wohnung` or `Käufer`, as
 * the tenant's people do, and still match. Only whole values: a part of a word has no standard.
 */
export function inStandardWords(comparison: Comparison): Comparison {
  const { field } = comparison;
  if (standards[field] === undefined) return comparison;
  const word = (value: Scalar): Scalar => (typeof value === "string" ? standardWord(field, value) : value);
  switch (comparison.op) {
    case "eq":
    case "ne":
      return { ...comparison, value: word(comparison.value) };
    case "in":
    case "nin":
      return { ...comparison, value: comparison.value.map(word) };
    default:
      return comparison;
  }
}
