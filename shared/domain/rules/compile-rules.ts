import type { Condition } from "../../schemas/plan/condition.ts";
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
  /** Each rule's condition as parts that must all hold. */
  readonly conjuncts: readonly (readonly Conjunct[])[];
  /**
   * By rule, the field of each part in order, as its position in `fields`; −1 where the rule has another field's part
   * between two of this one.
   */
  readonly order: readonly (readonly number[])[];
  readonly all: RuleSet;
  readonly fields: readonly FieldIndex[];
  /** Parts that look at several fields at once (an `any` over two of them): tried only on rules still possible. */
  readonly mixed: readonly Clause[];
}

/** A part of a rule's condition, and which field it looks at, as the position in `fields`; −1: several. */
export interface Conjunct {
  readonly predicate: Predicate;
  readonly field: number;
}

/** The rules that a lead matches, and those that each of its fields left possible, in the order of `fields`. */
export interface Possible {
  readonly rules: RuleSet;
  readonly left: readonly RuleSet[];
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
  const clauses = rules.map(({ when }, position) => {
    const parts = when === undefined ? [] : conjunctsOf(predicateOf(when));
    return parts.map((predicate) => ({ position, predicate, field: onlyField(predicate) }));
  });
  const byField = Map.groupBy(clauses.flat(), ({ field }) => field);
  const mixed = byField.get(undefined) ?? [];
  byField.delete(undefined);
  const fields = [...byField.keys()];
  const places = new Map(fields.map((field, place) => [field, place]));
  const conjuncts = clauses.map((parts) =>
    parts.map(({ predicate, field }) => ({ predicate, field: places.get(field) ?? -1 })),
  );
  return {
    ids: rules.map(({ id }) => id),
    conjuncts,
    order: conjuncts.map((parts) => {
      const order = parts.map(({ field }) => field);
      return order.map((field) => (isTogether(order, field) ? field : -1));
    }),
    all: ruleSet(rules.length, () => true),
    fields: [...byField].map(([field = "", list]) => fieldIndex(field, list, rules.length)),
    mixed,
  };
}

/** Matches a lead against all rules. */
export function match(compiled: CompiledRules, facts: Facts): RuleMatch {
  const { rules } = possibleRules(compiled, facts);
  const first = lowest(rules);
  return {
    first: first === undefined ? undefined : compiled.ids[first],
    matches: flagsOf(rules, compiled.ids.length),
  };
}

/** The same, with what explains it. */
export function possibleRules(compiled: CompiledRules, facts: Facts): Possible {
  const rules = [...compiled.all];
  const left = compiled.fields.map(({ read, leaves }) => leaves(comparable(read(facts))));
  for (const others of left) retain(rules, others);
  for (const { position, predicate } of compiled.mixed) {
    if (has(rules, position) && !holdsFor(predicate, facts)) remove(rules, position);
  }
  return { rules, left };
}

/** Whether the parts on this field follow one another: then its value alone tells which of them fails first. */
function isTogether(order: readonly number[], field: number): boolean {
  const [first, last] = [order.indexOf(field), order.lastIndexOf(field)];
  return order.slice(first, last).every((other) => other === field);
}

/** The field that all comparisons in the tree are about; undefined when there are several, or none. */
function onlyField(predicate: Predicate): string | undefined {
  if (predicate.kind === "comparison") return predicate.comparison.field;
  const [first, ...rest] = comparisonsOf(predicate);
  return rest.every(({ field }) => field === first?.field) ? first?.field : undefined;
}
