import type { Comparison } from "../../../schemas/plan/condition.ts";
import { countBeginning } from "../../areas/postal-codes.ts";
import type { Scalar } from "../../rules/fact.ts";
import type { FieldKind, Impossible } from "../findings/impossible.ts";
import { meantBy } from "../values/meant.ts";
import { type FieldValues, partsOf, type Scope, valuesOf } from "./field-values.ts";

/** Why no lead meets this comparison, as far as it can be put simply; undefined: by its limits. */
export function whyImpossible(comparison: Comparison, scope: Scope = "rules"): Impossible | undefined {
  const { field, op, value } = comparison;
  if (op === "exists") return undefined;
  if (op === "between" && value[0] > value[1]) return { reason: "reversed" };
  const has = kindOf(field, valuesOf(field, scope));
  if (has === undefined) return undefined;
  // Of a range there is no one value that was meant.
  const [first] = ["eq", "in", "prefix", "contains"].includes(op) ? [value].flat() : [];
  const meant = first === undefined ? undefined : (codeMeantBy(field, first) ?? meantBy(first, has));
  return { reason: "value", has, compared: comparison, ...(meant !== undefined && { meant }) };
}

/** A German postal code that lost its quotes lost its zero, too. */
function codeMeantBy(field: string, value: Scalar): string | undefined {
  const code = String(value).padStart(5, "0");
  return field === "postalCode" && typeof value === "number" && countBeginning(code) > 0 ? `"${code}"` : undefined;
}

/** What can be said in a few words about a field's values. */
export function kindOf(field: string, values: FieldValues | undefined): FieldKind | undefined {
  const { texts, numbers, booleans, group } = values ?? {};
  if (Array.isArray(texts)) return texts;
  if (Array.isArray(numbers)) return numbers;
  if (texts === "any" && numbers === undefined) return "text";
  if (numbers === "any" && texts === undefined) return "number";
  if (booleans && texts === undefined) return "truth";
  if (group) return { parts: partsOf(field) };
  return values !== undefined && texts === undefined ? "notYet" : undefined;
}
