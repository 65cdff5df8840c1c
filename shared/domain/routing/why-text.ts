import type { Comparison } from "../../schemas/condition.ts";
import type { Explanation, Reason } from "../rules/explain.ts";

/** Longest text that is worth storing with every lead. */
const longest = 80;

/** Why a rule matched or not, as briefly as a trace needs it: the comparisons that settled it (F6). */
export function whyText({ matched, because }: Explanation): string {
  if (because.length === 0) return matched ? "no condition" : "no part of the condition can apply";
  return short(because.map(reasonText).join(matched ? " and " : " nor "), longest);
}

/** What each comparison of a plan asks for; a list of a thousand postal codes is put into words once. */
const wantedTexts = new WeakMap<Comparison, string>();

function reasonText({ comparison, actual, holds }: Reason): string {
  const wanted = wantedTexts.get(comparison) ?? `${comparison.field} ${operationText(comparison)}`;
  wantedTexts.set(comparison, wanted);
  if (holds) return wanted;
  return actual === undefined ? `${comparison.field} is not given` : `${valueText(actual)} is not ${wanted}`;
}

const signs = { eq: "=", ne: "≠", gt: ">", gte: "≥", lt: "<", lte: "≤", in: "in", nin: "not in" } as const;

function operationText(comparison: Comparison): string {
  switch (comparison.op) {
    case "exists":
      return comparison.value ? "given" : "not given";
    case "between":
      return `between ${comparison.value.join(" and ")}`;
    case "prefix":
      return `beginning with ${comparison.value}`;
    case "contains":
      return `containing ${comparison.value}`;
    default:
      return `${signs[comparison.op]} ${valueText(comparison.value)}`;
  }
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return short(value.join(", ") || "nothing", 30);
  if (typeof value === "object" && value !== null && "amount" in value) return String(value.amount);
  return short(String(value), 30);
}

function short(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
