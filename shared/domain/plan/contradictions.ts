import type { Comparison, Condition } from "../../schemas/condition.ts";
import type { PlanInput } from "../../schemas/plan.ts";
import type { Finding } from "./finding.ts";

/** Rules whose condition no lead can meet, such as a budget above 500,000 and below 300,000. */
export function contradictions(plan: PlanInput): readonly Finding[] {
  return plan.rules.flatMap((rule): Finding[] => {
    const field = contradictionIn(rule.when);
    return field === undefined ? [] : [{ severity: "error", code: "neverMatches", ruleId: rule.id, field }];
  });
}

/** The field that no value can satisfy; looks through `all` and every branch of `any`, not into `not`. */
export function contradictionIn(when: Condition | undefined): string | undefined {
  if (when === undefined || "not" in when) return undefined;
  if ("any" in when) {
    const found = when.any.map(contradictionIn);
    return found.every((field) => field !== undefined) ? (found[0] ?? "any") : undefined;
  }
  const parts = allOf(when);
  const nested = parts.map((part) => ("any" in part ? contradictionIn(part) : undefined));
  const byField = Map.groupBy(parts.filter(isComparison), ({ field }) => field);
  return [...byField].find(([, all]) => isEmptyRange(all) || hasNoValue(all))?.[0] ?? nested.find(Boolean);
}

function allOf(when: Condition): readonly Condition[] {
  return "all" in when ? when.all.flatMap(allOf) : [when];
}

function isComparison(when: Condition): when is Comparison {
  return "field" in when;
}

function isEmptyRange(all: readonly Comparison[]): boolean {
  let [low, high, open] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, false];
  for (const { op, value } of all) {
    const [from, to] = rangeOf(op, value);
    open ||= (op === "gt" && value === Math.max(low, from)) || (op === "lt" && value === Math.min(high, to));
    low = Math.max(low, from);
    high = Math.min(high, to);
  }
  return low > high || (low === high && open);
}

function rangeOf(op: Comparison["op"], value: unknown): readonly [number, number] {
  if (op === "between" && Array.isArray(value)) return [Number(value[0]), Number(value[1])];
  if (typeof value === "number" && (op === "gt" || op === "gte")) return [value, Number.POSITIVE_INFINITY];
  if (typeof value === "number" && (op === "lt" || op === "lte")) return [Number.NEGATIVE_INFINITY, value];
  if (typeof value === "number" && op === "eq") return [value, value];
  return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
}

/** Two different values at once; a lead may lie in several areas, so that field alone can have both. */
function hasNoValue(all: readonly Comparison[]): boolean {
  const wanted = all.filter(({ op, field }) => field !== "area" && (op === "eq" || op === "in"));
  const [first, ...others] = wanted.map(({ value }) => new Set<unknown>([value].flat()));
  return first !== undefined && others.length > 0 && ![...first].some((value) => others.every((set) => set.has(value)));
}
