import type { Comparison } from "../../schemas/plan/condition.ts";
import { type CompiledRules, type Possible, possibleRules } from "./compile-rules.ts";
import { comparable, type Facts } from "./fact.ts";
import { holdsFor, type Predicate } from "./predicate.ts";
import { has } from "./rule-set.ts";

/** One comparison with the fact it met; `actual` is undefined when the lead does not have the field. */
export interface Reason {
  readonly comparison: Comparison;
  readonly actual: unknown;
  readonly holds: boolean;
}

/**
 * Why a rule matched or not: comparisons that settle it by themselves. For a miss that is usually one, the first that
 * failed; for a failed `any` all of its parts. Words are up to whoever shows it.
 */
export interface Explanation {
  readonly matched: boolean;
  readonly because: readonly Reason[];
}

/** Explains one rule of the plan for one lead (F6); undefined when there is no such rule. */
export function explain(compiled: CompiledRules, facts: Facts, ruleId: string): Explanation | undefined {
  const position = compiled.ids.indexOf(ruleId);
  return position < 0 ? undefined : explainAt(compiled, facts, possibleRules(compiled, facts), position);
}

/**
 * The same for the rule at a position, when the lead has been matched: a part whose field left the rule possible needs no
 * second look.
 */
export function explainAt(
  compiled: CompiledRules,
  facts: Facts,
  { rules, left }: Possible,
  position: number,
): Explanation {
  const parts = compiled.conjuncts[position] ?? [];
  if (!has(rules, position)) {
    for (const { predicate, field } of parts) {
      const possible = left[field];
      if (possible && has(possible, position)) continue;
      const explanation = settle(predicate, facts);
      if (!explanation.matched) return explanation;
    }
  }
  return { matched: true, because: parts.flatMap(({ predicate }) => settle(predicate, facts).because) };
}

/**
 * The field, as its position in `fields`, whose value alone settles why the rule was missed; undefined when several values
 * have a say in it.
 */
export function settlingField({ order }: CompiledRules, { left }: Possible, position: number): number | undefined {
  for (const field of order[position] ?? []) {
    const possible = left[field];
    if (!possible) return undefined;
    if (!has(possible, position)) return field;
  }
  return undefined;
}

function settle(predicate: Predicate, facts: Facts): Explanation {
  switch (predicate.kind) {
    case "comparison": {
      const actual = predicate.read(facts);
      const matched = predicate.test(comparable(actual));
      return { matched, because: [{ comparison: predicate.comparison, actual, holds: matched }] };
    }
    case "all":
    case "any": {
      // One part that comes out so settles the whole; otherwise all parts together do.
      const decisive = predicate.kind === "any";
      for (const part of predicate.parts) {
        if (holdsFor(part, facts) === decisive) return settle(part, facts);
      }
      return { matched: !decisive, because: predicate.parts.flatMap((part) => settle(part, facts).because) };
    }
    case "not": {
      const { matched, because } = settle(predicate.part, facts);
      return { matched: !matched, because };
    }
    default:
      return predicate satisfies never;
  }
}
