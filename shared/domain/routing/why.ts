import type { Comparison } from "../../schemas/condition.ts";
import type { RuleWhy, SettledBy } from "../../schemas/decision.ts";
import type { Explanation, Reason } from "../rules/explain.ts";

/** So many characters of one rule's reasons are worth storing with every lead. */
const longest = 80;
const longestValue = 30;

/** Why a rule matched or not, as briefly as a trace needs it: the comparisons that settled it (F6). */
export function whyOf({ matched, because }: Explanation): RuleWhy {
  if (because.length === 0) return matched ? {} : { note: "cannotApply" };
  const by: SettledBy[] = [];
  let length = 0;
  for (const reason of because) {
    const settled = settledBy(reason);
    length += settled.reduce((sum, part) => sum + part.length, 0);
    if (by.length > 0 && length > longest) return { by, more: because.length - by.length };
    by.push(settled);
  }
  return { by };
}

/** What each comparison of a plan asks for; a list of a thousand postal codes is put together once. */
const wantedTexts = new WeakMap<Comparison, string>();

function settledBy({ comparison, actual, holds }: Reason): SettledBy {
  const wanted = wantedTexts.get(comparison) ?? valueText(comparison.value);
  wantedTexts.set(comparison, wanted);
  const { field, op } = comparison;
  return holds ? [short(field), op, wanted] : [short(field), op, wanted, valueText(actual)];
}

function valueText(value: unknown): string {
  if (value === undefined) return "";
  if (Array.isArray(value)) return short(value.join(", "));
  if (typeof value === "object" && value !== null && "amount" in value) return String(value.amount);
  return typeof value === "object" ? "…" : short(String(value));
}

function short(text: string): string {
  return text.length <= longestValue ? text : `${text.slice(0, longestValue - 1)}…`;
}
