import type { RuleWhy, SettledBy } from "../../../schemas/lead/decision.ts";
import type { Comparison } from "../../../schemas/plan/condition.ts";
import type { Explanation, Reason } from "../../rules/explain.ts";

/** So many characters of one rule's reasons are worth storing with every lead. */
const longest = 80;
const longestValue = 30;

/** Why a rule matched or not, as briefly as a trace needs it: the comparisons that settled it (F6). */
export function whyOf({ matched, because }: Explanation): RuleWhy {
  const [first, ...others] = because;
  if (first === undefined) return matched ? {} : { note: "cannotApply" };
  if (others.length === 0) return { by: [settledBy(first)] };
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
const known = new WeakMap<Comparison, SettledBy>();

function settledBy({ comparison, actual, holds }: Reason): SettledBy {
  const wanted = known.get(comparison) ?? wantedBy(comparison);
  return holds ? wanted : [wanted[0], wanted[1], wanted[2], valueText(actual)];
}

function wantedBy(comparison: Comparison): SettledBy {
  const wanted: SettledBy = [short(comparison.field), comparison.op, valueText(comparison.value)];
  known.set(comparison, wanted);
  return wanted;
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
