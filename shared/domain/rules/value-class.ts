import type { Comparison } from "../../schemas/plan/condition.ts";
import { type Scalar, scalarOf } from "./fact.ts";

/** Stands for all values that a field's comparisons treat alike. */
export type ValueClass = Scalar | undefined;

/**
 * Sorts a field's values into classes that none of these comparisons tells apart: a text that is no constant by as much
 * of its beginning as any `prefix` looks at, a number by the two constants it lies between. So a field has few classes,
 * however many leads come (unless something looks for a part of its text: then each text is a class).
 */
export function classifier(comparisons: readonly Comparison[]): (value: Scalar | undefined) => ValueClass {
  const constants = new Set(comparisons.flatMap(({ value }) => value).map(scalarOf));
  const steps = [...constants].filter((constant) => typeof constant === "number").sort((a, b) => a - b);
  const looksInside = comparisons.some(({ op }) => op === "contains");
  const beginning = Math.max(0, ...comparisons.map(({ op, value }) => (op === "prefix" ? value.length : 0)));
  return (value) => {
    if (typeof value === "number") return rank(steps, value);
    // A text as compared never begins with a blank, so that no beginning is mistaken for a whole text.
    if (typeof value === "string" && !looksInside && !constants.has(value)) {
      return beginning === 0 ? " " : ` ${value.slice(0, beginning)}`;
    }
    return value;
  };
}

/** How far a number has come on the ascending steps: 2i on the way to step i, 2i + 1 on it. */
function rank(steps: readonly number[], value: number): number {
  let from = 0;
  let to = steps.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((steps[middle] ?? value) < value) from = middle + 1;
    else to = middle;
  }
  return steps[from] === value ? 2 * from + 1 : 2 * from;
}
