import type { RuleWhy } from "../../schemas/decision.ts";
import type { Plan, Rule } from "../../schemas/plan.ts";
import { type CompiledRules, compileRules, type RuleMatch as Found, match } from "../rules/compile-rules.ts";
import { explainAt } from "../rules/explain.ts";
import type { Facts } from "../rules/fact.ts";
import type { Explain, RuleLook } from "./decision.ts";
import { whyOf } from "./why.ts";

/** A rule that was looked at, and whether the lead is one of its leads. */
export interface RuleMatch extends RuleLook {
  readonly rule: Rule;
}

interface ReadyRules {
  readonly compiled: CompiledRules;
  /** Both ways in which each rule can come out, made once: a lead only picks. */
  readonly matched: readonly RuleMatch[];
  readonly missed: readonly RuleMatch[];
  /** Why a rule matched, by position, where that is the same for every lead: all its comparisons hold. */
  readonly met: Map<number, RuleWhy>;
}

/** Made once per plan version: a container keeps a plan's object as long as its version stands. */
const readyRules = new WeakMap<Plan, ReadyRules>();

/** The plan's rules in order, each with match or miss for these facts, and what explains them when asked. */
export function lookAtRules(
  plan: Plan,
  facts: Facts,
): { readonly looks: readonly RuleMatch[]; readonly explain: Explain } {
  const ready = readyRules.get(plan) ?? makeReady(plan);
  const { compiled, matched, missed } = ready;
  const found = match(compiled, facts);
  const looks = [...missed];
  for (const [position, look] of matched.entries()) if (found.matches[position]) looks[position] = look;
  return {
    looks,
    explain: (position) =>
      found.matches[position]
        ? whyMatched(ready, facts, found, position)
        : whyOf(explainAt(compiled, facts, found, position)),
  };
}

function whyMatched({ compiled, met }: ReadyRules, facts: Facts, found: Found, position: number): RuleWhy {
  const known = met.get(position);
  if (known) return known;
  const why = whyOf(explainAt(compiled, facts, found, position));
  if (compiled.conjuncts[position]?.every(({ predicate }) => predicate.kind === "comparison")) met.set(position, why);
  return why;
}

function makeReady(plan: Plan): ReadyRules {
  const looks = (matched: boolean) =>
    plan.rules.map((rule, position): RuleMatch => {
      return { ruleId: rule.id, rule, matched, why: (explain) => explain(position) };
    });
  const ready: ReadyRules = {
    compiled: compileRules(plan.rules),
    matched: looks(true),
    missed: looks(false),
    met: new Map(),
  };
  readyRules.set(plan, ready);
  return ready;
}
