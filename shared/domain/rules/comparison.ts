import type { Comparison } from "../../schemas/plan/condition.ts";
import { type Scalar, scalarOf, type Value } from "./fact.ts";

export type Test = (value: Value) => boolean;

/**
 * The test that a comparison makes of its field's value. `ne` and `nin` are the opposite of `eq` and `in`, so they hold
 * for a field that is not given; of the others only `exists: false` does. Only numbers are greater or less. A list
 * (the areas of a lead) passes if one element does; `contains` finds a part of a text, or a whole element of a list.
 */
export function testOf(comparison: Comparison): Test {
  switch (comparison.op) {
    case "eq":
      return isOneOf([comparison.value]);
    case "ne":
      return not(isOneOf([comparison.value]));
    case "in":
      return isOneOf(comparison.value);
    case "nin":
      return not(isOneOf(comparison.value));
    case "gt":
      return isNumber((number) => number > comparison.value);
    case "gte":
      return isNumber((number) => number >= comparison.value);
    case "lt":
      return isNumber((number) => number < comparison.value);
    case "lte":
      return isNumber((number) => number <= comparison.value);
    case "between": {
      const [from, to] = comparison.value;
      return isNumber((number) => from <= number && number <= to);
    }
    case "prefix": {
      const start = text(comparison.value);
      return some((scalar) => typeof scalar === "string" && scalar.startsWith(start));
    }
    case "contains": {
      const part = text(comparison.value);
      return (value) => (typeof value === "string" || isList(value)) && value.includes(part);
    }
    case "exists":
      return (value) => (value !== undefined) === comparison.value;
    default:
      return comparison satisfies never;
  }
}

function isOneOf(constants: readonly Scalar[]): Test {
  if (constants.length === 1) {
    const wanted = scalarOf(constants[0]);
    return some((scalar) => scalar === wanted);
  }
  // A plan has thousands of lists, and the first lead after a start asks each of them once: that needs no set.
  let asked = false;
  let wanted: ReadonlySet<unknown> | undefined;
  return some((scalar) => {
    if (!asked) {
      asked = true;
      return constants.some((constant) => scalarOf(constant) === scalar);
    }
    wanted ??= new Set(constants.map(scalarOf));
    return wanted.has(scalar);
  });
}

function isNumber(holds: (number: number) => boolean): Test {
  return some((scalar) => typeof scalar === "number" && holds(scalar));
}

function some(holds: (scalar: Scalar) => boolean): Test {
  return (value) => value !== undefined && (isList(value) ? value.some(holds) : holds(value));
}

function not(test: Test): Test {
  return (value) => !test(value);
}

function isList(value: Value): value is readonly Scalar[] {
  return typeof value === "object";
}

function text(constant: string): string {
  return constant.trim().toLowerCase();
}
