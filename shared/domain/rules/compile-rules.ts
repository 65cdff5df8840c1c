import type { Condition } from "../../schemas/condition.ts";
import { comparable, type Facts } from "./fact.ts";
import { type Clause, type FieldIndex, fieldIndex } from "./field-index.ts";
import { comparisonsOf, conjunctsOf, holdsFor, type Predicate, predicateOf } from "./predicate.ts";
import { flagsOf, has, lowest, type RuleSet, remove, retain, ruleSet } from "./rule-set.ts";

/** What the matcher needs to know of a rule. Without a condition it takes every lead. */
export interface ConditionalRule {
  readonly id: string;
  readonly when?: Condition | undefined;
}

/** A plan's rules made ready for matching; make it once per plan version. */
export interface CompiledRules {
  readonly ids: readonly string[];
  readonly predicates: readonly Predicate[];
  readonly all: RuleSet;
  readonly fields: readonly FieldIndex[];
  /** Parts that look at several fields at once (an `any` over two of them): tried only on rules still possible. */
  readonly mixed: readonly Clause[];
}

/** Which rules a lead matches: the first one's id, if any, and match or miss by position. */
export interface RuleMatch {
  readonly first?: string | undefined;
  readonly matches: readonly boolean[];
}

/**
 * Compiles rules into one index per field. A rule matches when all parts of its condition hold; each field's value
 * leaves a set of rules possible, and the intersection of these sets is the answer, however many rules there are.
 */
export function compileRules(rules: readonly ConditionalRule[]): CompiledRules {
  const predicates = rules.map(({ when }) => predicateOf(when ?? { all: [] }));
  const clauses = predicates.flatMap((predicate, position) =>
    conjunctsOf(predicate).map((conjunct) => ({ position, predicate: conjunct })),
  );
  const byField = Map.groupBy(clauses, onlyField);
  const mixed = byField.get(undefined) ?? [];
  byField.delete(undefined);
  return {
    ids: rules.map(({ id }) => id),
    predicates,
    all: ruleSet(rules.length, () => true),
    fields: [...byField].map(([field = "", list]) => fieldIndex(field, list, rules.length)),
    mixed,
  };
}

/** Matches a lead against all rules. */
export function match(compiled: CompiledRules, facts: Facts): RuleMatch {
  const possible = [...compiled.all];
  for (const { read, leaves } of compiled.fields) retain(possible, leaves(comparable(read(facts))));
  for (const { position, predicate } of compiled.mixed) {
    if (has(possible, position) && !holdsFor(predicate, facts)) remove(possible, position);
  }
  const first = lowest(possible);
  return {
    first: first === undefined ? undefined : compiled.ids[first],
    matches: flagsOf(possible, compiled.ids.length),
  };
}

function onlyField({ predicate }: Clause): string | undefined {
  const fields = new Set(comparisonsOf(predicate).map(({ field }) => field));
  return fields.size === 1 ? [...fields][0] : undefined;
}
