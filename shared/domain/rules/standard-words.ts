import type { Comparison } from "../../schemas/condition.ts";
import { countryCode, languageCode } from "../intake/country-language.ts";
import { standardIndustry } from "../intake/industry.ts";
import { standardInterest } from "../intake/interest.ts";
import { standardPropertyType } from "../intake/property-type.ts";
import { standardTimeline } from "../intake/timeline.ts";
import type { Scalar } from "./fact.ts";

const standards: Readonly<Record<string, (text: string) => string | undefined>> = {
  interest: standardInterest,
  propertyType: standardPropertyType,
  timeline: standardTimeline,
  country: countryCode,
  language: languageCode,
  "company.industry": standardIndustry,
};

/**
 * The comparison with its constants in the words that intake gives leads (A2): a rule may say `Wohnung` or `Käufer`, as
 * the tenant's people do, and still match. Only whole values: a part of a word has no standard.
 */
export function inStandardWords(comparison: Comparison): Comparison {
  const standard = standards[comparison.field];
  if (standard === undefined) {
    return comparison;
  }
  const word = (value: Scalar): Scalar => (typeof value === "string" ? (standard(value) ?? value) : value);
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
