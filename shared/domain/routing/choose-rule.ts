import type { Condition } from "../../schemas/condition.ts";
import type { Plan, Rule } from "../../schemas/plan.ts";
import { explain } from "./explain.ts";

/** A rule that was looked at, and whether the lead is one of its leads. */
export interface RuleMatch {
  readonly rule: Rule;
  readonly matched: boolean;
  readonly why: () => string;
}

/** The plan's rules in order with their match or miss; lazily, for most leads end at the first match. */
export function* lookAtRules(plan: Plan, facts: Readonly<Record<string, unknown>>): Generator<RuleMatch> {
  const holds = (condition: Condition) => naive(condition, facts);
  for (const rule of plan.rules) {
    const matched = rule.when === undefined || holds(rule.when);
    yield { rule, matched, why: () => explain(rule.when, facts, holds) };
  }
}

function naive(c: Condition, facts: Readonly<Record<string, unknown>>): boolean {
  if ("all" in c) return c.all.every((p) => naive(p, facts));
  if ("any" in c) return c.any.some((p) => naive(p, facts));
  if ("not" in c) return !naive(c.not, facts);
  const v = facts[c.field];
  return c.op === "eq" && (Array.isArray(v) ? v.includes(c.value) : v === c.value);
}
