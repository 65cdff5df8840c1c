import type { Comparison } from "../../../schemas/plan/condition.ts";
import type { Impossible } from "../findings/finding.ts";
import { valuesOf } from "./field-values.ts";

/** Why no lead meets this comparison, as far as it can be put simply; undefined: by its limits. */
export function whyImpossible(comparison: Comparison): Impossible | undefined {
  const { field, op, value } = comparison;
  if (op === "exists") return undefined;
  if (op === "between" && value[0] > value[1]) return { reason: "reversed" };
  const { texts, numbers, booleans } = valuesOf(field) ?? {};
  if (Array.isArray(texts)) return { reason: "value", has: texts };
  if (Array.isArray(numbers)) return { reason: "value", has: numbers };
  if (texts === "any" && numbers === undefined) return { reason: "value", has: "text" };
  if (numbers === "any" && texts === undefined) return { reason: "value", has: "number" };
  return booleans ? { reason: "value", has: "truth" } : undefined;
}
