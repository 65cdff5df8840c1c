import type { RuleWhy } from "../../schemas/decision.ts";
import type { Plan, Rule } from "../../schemas/plan.ts";
import { type CompiledRules, compileRules, match } from "../rules/compile-rules.ts";
import { explainAt } from "../rules/explain.ts";
import type { Facts } from "../rules/fact.ts";
import { whyOf } from "./why.ts";

/** A rule that was looked at, and whether the lead is one of its leads. */
export interface RuleMatch {
  readonly rule: Rule;
  readonly matched: boolean;
  readonly why: () => RuleWhy;
}

/** Compiled once per plan version: a container keeps a plan's object as long as its version stands. */
const compiledRules = new WeakMap<Plan, CompiledRules>();

/** The plan's rules in order, each with match or miss for these facts and the reason, which is worked out when asked. */
export function lookAtRules(plan: Plan, facts: Facts): readonly RuleMatch[] {
  const compiled = compiledRules.get(plan) ?? compileRules(plan.rules);
  compiledRules.set(plan, compiled);
  const { matches } = match(compiled, facts);
  return plan.rules.map((rule, position) => ({
    rule,
    matched: matches[position] === true,
    why: () => whyOf(explainAt(compiled, facts, position) ?? { matched: false, because: [] }),
  }));
}
