import type { Comparison } from "../../../../schemas/plan/condition.ts";
import type { FieldKind, Impossible } from "../impossible.ts";

/** Why nothing passes, and what to do about it; undefined when several comparisons contradict each other. */
export function impossibleEn(
  field: string,
  because: Impossible | undefined,
  begin = "No lead can ever match",
): readonly [message: string, fix: string] | undefined {
  switch (because?.reason) {
    case "value":
      return [`${begin}: ${field} is never ${comparedEn(because.compared)}.`, valuesEn(field, because)];
    case "reversed":
      return [
        `${begin}: the first limit of ${field} is above the second.`,
        "Write the smaller one first; for a night across midnight use “any” of two comparisons.",
      ];
    case "empty":
      return [`${begin}: this “any” is empty.`, "Name at least one condition, or leave “when” out."];
    default:
      return undefined;
  }
}

/** What the field can be instead. */
export function valuesEn(
  field: string,
  { has, meant }: { readonly has: FieldKind; readonly meant?: string | undefined },
): string {
  return meant === undefined ? kindEn(field, has) : `Did you mean ${meant}? ${kindEn(field, has)}`;
}

function kindEn(field: string, has: FieldKind): string {
  switch (has) {
    case "text":
      return `${field} is text: compare it with eq, in, prefix or contains, and put values in quotes.`;
    case "number":
      return `${field} is a number: write it without quotes, and compare it with eq, gt, lt or between.`;
    case "truth":
      return `${field} is true or false, without quotes.`;
    case "countryCode":
      return `${field} is a code of two letters, such as DE, or the country's name in German or English.`;
    case "languageCode":
      return `${field} is a code of two letters, such as de, or the language's name in German or English.`;
    case "notYet":
      return `Points are given before a lead has a ${field}: ask for it in a rule instead.`;
    default:
      if ("parts" in has)
        return `${field} is a group of fields: ask for ${has.parts.join(", ") || "one of its parts"}.`;
      return typeof has[0] === "number"
        ? `${field} is a whole number from ${has[0]} to ${has.at(-1)}.`
        : `${field} can be: ${has.join(", ")}.`;
  }
}

const limits = { gt: "above", gte: "at least", lt: "below", lte: "at most" } as const;

function comparedEn(comparison: Comparison | undefined): string {
  if (comparison === undefined || comparison.op === "exists") return "like this";
  const { op, value } = comparison;
  switch (op) {
    case "gt":
    case "gte":
    case "lt":
    case "lte":
      return `${limits[op]} ${value}`;
    case "between":
      return `from ${value[0]} to ${value[1]}`;
    case "prefix":
      return `text that begins with “${value}”`;
    case "contains":
      return `text with “${value}” in it`;
    default:
      return [value]
        .flat()
        .map((each) => (typeof each === "string" ? `“${each}”` : String(each)))
        .join(" or ");
  }
}
