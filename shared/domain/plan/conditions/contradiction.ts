import type { Condition } from "../../../schemas/plan/condition.ts";
import type { Impossible } from "../findings/impossible.ts";
import type { Scope } from "./field-values.ts";
import type { LeadSpace } from "./lead-space.ts";
import { placedComparisons } from "./placed-comparisons.ts";
import { whyImpossible } from "./why-impossible.ts";

/** Where a condition that never holds goes wrong, and by which field. */
export interface Contradiction {
  readonly field: string;
  readonly pointer: string;
  readonly because?: Impossible;
}

interface PlacedCondition {
  readonly when: Condition;
  readonly pointer: string;
}

/**
 * The part of an impossible condition that has to be changed: one that never holds by itself, else the first that leaves
 * nothing of those before it. Of an `any` of nothing but impossible parts it is the first one.
 */
export function contradictionIn(when: Condition, pointer: string, space: LeadSpace, scope: Scope): Contradiction {
  const parts = conjuncts(when, pointer);
  const isNobody = (some: readonly PlacedCondition[]) =>
    space.regionOf({ all: some.map((part) => part.when) })?.length === 0;
  const alone = parts.find((part) => isNobody([part]));
  if (alone) return inOne(alone, space, scope);
  const at = parts.findIndex((_, i) => isNobody(parts.slice(0, i + 1)));
  const part = parts[at] ?? { when, pointer };
  const before = parts.slice(0, Math.max(at, 0)).flatMap(fieldsOf);
  const own = fieldsOf(part);
  return { field: own.find((field) => before.includes(field)) ?? own[0] ?? "any", pointer: part.pointer };
}

function inOne({ when, pointer }: PlacedCondition, space: LeadSpace, scope: Scope): Contradiction {
  if ("any" in when) {
    const [first] = when.any;
    if (first === undefined) return { field: "any", pointer, because: { reason: "empty" } };
    return contradictionIn(first, `${pointer}/any/0`, space, scope);
  }
  if ("not" in when || "all" in when) return { field: fieldsOf({ when, pointer })[0] ?? "not", pointer };
  const because = whyImpossible(when, scope);
  return { field: when.field, pointer, ...(because && { because }) };
}

/** The parts that must all hold, each with its place. */
function conjuncts(when: Condition, pointer: string): readonly PlacedCondition[] {
  return "all" in when ? when.all.flatMap((part, i) => conjuncts(part, `${pointer}/all/${i}`)) : [{ when, pointer }];
}

function fieldsOf({ when, pointer }: PlacedCondition): readonly string[] {
  return placedComparisons(when, pointer).map(({ comparison }) => comparison.field);
}
