import type { Comparison, Condition } from "../../../schemas/plan/condition.ts";

/** A comparison and its place, as a JSON pointer. */
export interface PlacedComparison {
  readonly comparison: Comparison;
  readonly pointer: string;
}

/** All comparisons of a condition that stands at `pointer`, however deep. */
export function placedComparisons(when: Condition | undefined, pointer: string): readonly PlacedComparison[] {
  if (when === undefined) return [];
  if ("all" in when) return when.all.flatMap((part, i) => placedComparisons(part, `${pointer}/all/${i}`));
  if ("any" in when) return when.any.flatMap((part, i) => placedComparisons(part, `${pointer}/any/${i}`));
  return "not" in when ? placedComparisons(when.not, `${pointer}/not`) : [{ comparison: when, pointer }];
}
