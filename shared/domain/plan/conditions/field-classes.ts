import type { Comparison } from "../../../schemas/plan/condition.ts";
import { testOf } from "../../rules/comparison.ts";
import { type Scalar, scalarOf, type Value } from "../../rules/fact.ts";
import type { FieldValues } from "./field-values.ts";
import { add, type ValueSet, valueSet } from "./value-set.ts";

/** The values of one field, sorted into classes that none of a plan's comparisons tells apart. */
export interface FieldClasses {
  readonly list: boolean;
  readonly all: ValueSet;
  /** The classes whose values (or elements, of a list) pass; undefined when that cannot be told. */
  readonly passing: (comparison: Comparison) => ValueSet | undefined;
}

/** One value that stands for its class. `open`: any text that begins so and is no constant. */
interface Representative {
  readonly value: Value;
  readonly open?: true;
}

/** Longer than any text that a plan names, so that a text with it is no constant and no longer beginning. */
const unlike = "\u{10FFFF}";

/** The classes of a field, by all comparisons that a plan makes of it (in standard words). */
export function fieldClasses(values: FieldValues, comparisons: readonly Comparison[]): FieldClasses {
  const list = values.list === true;
  const constants = new Set(comparisons.flatMap(({ value }) => value).map(scalarOf));
  const beginnings = comparisons.flatMap(({ op, value }) => (op === "prefix" ? [scalarOf(value) ?? ""] : []));
  const representatives = representativesOf(values, constants, beginnings.map(String));
  const indexes = new Map(representatives.flatMap(({ value, open }, i) => (open ? [] : [[value, i] as const])));
  const size = representatives.length;

  function passing(comparison: Comparison): ValueSet | undefined {
    const { op } = comparison;
    if (op === "eq" || op === "in" || (op === "contains" && list)) {
      const words = valueSet(size, () => false);
      for (const constant of [comparison.value].flat()) {
        const index = indexes.get(scalarOf(constant));
        if (index !== undefined && scalarOf(constant) !== undefined) add(words, index);
      }
      return words;
    }
    const test = testOf(comparison);
    // What else is in an open class's texts nobody knows.
    if (op === "contains" && representatives.some(({ open }) => open)) return undefined;
    return valueSet(size, (i) => test(representatives[i]?.value));
  }

  return { list, all: valueSet(size, () => true), passing };
}

function representativesOf(
  values: FieldValues,
  constants: ReadonlySet<Scalar | undefined>,
  beginnings: readonly string[],
): readonly Representative[] {
  const { texts, numbers, booleans, group, absent } = values;
  const of = (type: string) => [...constants].filter((constant) => typeof constant === type);
  const found: Representative[] = [];
  if (texts === "any") {
    found.push(...of("string").map((value) => ({ value })));
    for (const start of new Set(["", ...beginnings])) found.push({ value: start + unlike, open: true });
  } else if (texts) found.push(...texts.map((value) => ({ value })));
  if (numbers === "any") found.push(...numbersBetween(of("number").map(Number)).map((value) => ({ value })));
  else if (numbers) found.push(...numbers.map((value) => ({ value })));
  if (booleans) found.push({ value: true }, { value: false });
  if (group) found.push({ value: [] });
  if (absent) found.push({ value: undefined });
  return found;
}

/** Each constant, and one number in every gap between them. */
function numbersBetween(constants: readonly number[]): readonly number[] {
  const steps = [...new Set(constants)].sort((a, b) => a - b);
  const [first = 0, last = 0] = [steps[0], steps.at(-1)];
  const gaps = steps.slice(1).map((step, i) => ((steps[i] ?? step) + step) / 2);
  return [...new Set([...steps, ...gaps, first - 1, last + 1])];
}
