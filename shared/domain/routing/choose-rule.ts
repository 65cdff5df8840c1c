import type { RuleWhy } from "../../schemas/lead/decision.ts";
import type { Plan, Rule } from "../../schemas/plan/plan.ts";
import { type CompiledRules, compileRules, type Possible, possibleRules } from "../rules/compile-rules.ts";
import { explainAt, settlingField } from "../rules/explain.ts";
import type { Facts } from "../rules/fact.ts";
import { has, positionsIn, type RuleSet } from "../rules/rule-set.ts";
import type { Explain, RuleLook } from "./decision.ts";
import { type KnownReasons, knownReasons } from "./pools/known-reasons.ts";
import { whyOf } from "./words/why.ts";

/** A rule of the plan that was looked at. */
export interface PlanRule extends RuleLook {
  readonly rule: Rule;
  readonly position: number;
}

/** How a lead fares with all the rules of a plan. */
export interface LookedAt {
  /** Those that it matches, in order. */
  readonly matches: readonly PlanRule[];
  /** Every rule as it looks to a lead that misses it, by position. */
  readonly misses: readonly PlanRule[];
  readonly explain: Explain;
}

interface ReadyRules {
  readonly compiled: CompiledRules;
  /** Both ways in which each rule can come out, made once: a lead only picks. */
  readonly matched: readonly PlanRule[];
  readonly missed: readonly PlanRule[];
  /** Why a rule matched, by position, where that is the same for every lead: all its comparisons hold. */
  readonly met: Map<number, RuleWhy>;
  readonly known: KnownReasons;
}

/** Made once per plan version: a container keeps a plan's object as long as its version stands. */
const readyRules = new WeakMap<Plan, ReadyRules>();

/** Which of the plan's rules these facts match, and what explains each of them when asked. */
export function lookAtRules(plan: Plan, facts: Facts): LookedAt {
  const ready = readyRules.get(plan) ?? makeReady(plan);
  const { compiled, matched, missed } = ready;
  const found = possibleRules(compiled, facts);
  return {
    matches: rulesAt(matched, found.rules),
    misses: missed,
    explain: (position) =>
      has(found.rules, position) ? whyMatched(ready, facts, found, position) : whyMissed(ready, facts, found, position),
  };
}

function rulesAt(all: readonly PlanRule[], which: RuleSet): readonly PlanRule[] {
  const rules: PlanRule[] = [];
  for (const position of positionsIn(which)) {
    const rule = all[position];
    if (rule) rules.push(rule);
  }
  return rules;
}

function whyMissed({ compiled, known }: ReadyRules, facts: Facts, found: Possible, position: number): RuleWhy {
  const field = settlingField(compiled, found, position);
  const value = field === undefined ? undefined : compiled.fields[field]?.read(facts);
  if (field === undefined || typeof value === "object") return whyOf(explainAt(compiled, facts, found, position));
  const before = known.get(field, value, position);
  if (before) return before;
  const why = whyOf(explainAt(compiled, facts, found, position));
  known.set(field, value, position, why);
  return why;
}

function whyMatched({ compiled, met }: ReadyRules, facts: Facts, found: Possible, position: number): RuleWhy {
  const known = met.get(position);
  if (known) return known;
  const why = whyOf(explainAt(compiled, facts, found, position));
  if (compiled.conjuncts[position]?.every(({ predicate }) => predicate.kind === "comparison")) met.set(position, why);
  return why;
}

function makeReady(plan: Plan): ReadyRules {
  const looks = (matched: boolean) =>
    plan.rules.map((rule, position): PlanRule => {
      return { ruleId: rule.id, rule, position, matched, why: (explain) => explain(position) };
    });
  const ready: ReadyRules = {
    compiled: compileRules(plan.rules),
    matched: looks(true),
    missed: looks(false),
    met: new Map(),
    known: knownReasons(),
  };
  readyRules.set(plan, ready);
  return ready;
}
