import type { Comparison, Condition } from "../../../schemas/plan/condition.ts";
import { comparisonsOf, type Predicate, predicateOf } from "../../rules/predicate.ts";
import { type Box, boxWithin, everyLead, meetOf, nonEmpty, type Region, remaining, unionOf } from "./boxes.ts";
import { type FieldClasses, fieldClasses } from "./field-classes.ts";
import { type Scope, valuesOf } from "./field-values.ts";
import { inEither, valueSet, without } from "./value-set.ts";

/**
 * Makes a plan's conditions comparable: which leads one leaves, whether two overlap, whether one holds the other. What it
 * tells is certain; where it cannot tell it says nothing.
 */
export function leadSpace(conditions: readonly (Condition | undefined)[], scope: Scope = "rules") {
  const predicates = conditions.flatMap((when) => (when ? [predicateOf(when)] : []));
  const byField = Map.groupBy(predicates.flatMap(comparisonsOf), ({ field }) => field);
  const classes = new Map<string, FieldClasses>();
  for (const [field, comparisons] of byField) {
    const values = valuesOf(field, scope);
    if (values) classes.set(field, fieldClasses(values, comparisons));
  }
  return {
    regionOf: (when: Condition | undefined): Region =>
      when === undefined ? everyLead : regionOf(predicateOf(when), true, classes),
    remaining: (region: readonly Box[], taken: readonly Box[]) => remaining(region, taken, classes),
    isWithin: (region: readonly Box[], of: readonly Box[]) =>
      region.every((box) => of.some((other) => boxWithin(box, other, classes))),
  };
}

export type LeadSpace = ReturnType<typeof leadSpace>;

function regionOf(predicate: Predicate, holds: boolean, classes: ReadonlyMap<string, FieldClasses>): Region {
  switch (predicate.kind) {
    case "comparison":
      return regionOfComparison(predicate.comparison, holds, classes);
    case "not":
      return regionOf(predicate.part, !holds, classes);
    case "all":
    case "any": {
      const parts = predicate.parts.map((part) => regionOf(part, holds, classes));
      return (predicate.kind === "all") === holds ? meetOf(parts) : unionOf(parts);
    }
    default:
      return predicate satisfies never;
  }
}

function regionOfComparison(
  comparison: Comparison,
  holds: boolean,
  classes: ReadonlyMap<string, FieldClasses>,
): Region {
  const known = classes.get(comparison.field);
  if (!known) return undefined;
  const { positive, passes } = polarity(comparison);
  const set = comparison.op === "exists" && known.list ? known.all : known.passing(passes);
  if (!set) return undefined;
  const wanted = positive === holds;
  if (!known.list) return nonEmpty(comparison.field, { kind: "one", set: wanted ? set : without(known.all, set) });
  const nothing = valueSet(0, () => false);
  return nonEmpty(comparison.field, {
    kind: "list",
    some: wanted ? [set] : [],
    none: wanted ? without(known.all, known.all) : inEither(set, nothing),
  });
}

/** The comparison without its negation: `ne` is `eq` that must not hold. */
function polarity(comparison: Comparison): { readonly positive: boolean; readonly passes: Comparison } {
  const { field } = comparison;
  switch (comparison.op) {
    case "ne":
      return { positive: false, passes: { field, op: "eq", value: comparison.value } };
    case "nin":
      return { positive: false, passes: { field, op: "in", value: comparison.value } };
    case "exists":
      return { positive: comparison.value, passes: { field, op: "exists", value: true } };
    default:
      return { positive: true, passes: comparison };
  }
}
