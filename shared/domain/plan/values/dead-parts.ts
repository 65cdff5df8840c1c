import type { Comparison } from "../../../schemas/plan/condition.ts";
import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { testOf } from "../../rules/comparison.ts";
import { type Scalar, scalarOf } from "../../rules/fact.ts";
import { inStandardWords } from "../../rules/standard-words.ts";
import { conditionsOfPlan, type PlanCondition } from "../conditions/conditions-of-plan.ts";
import { type FieldValues, valuesOf } from "../conditions/field-values.ts";
import { placedComparisons } from "../conditions/placed-comparisons.ts";
import { kindOf, whyImpossible } from "../conditions/why-impossible.ts";
import type { Finding } from "../findings/finding.ts";
import type { FieldKind } from "../findings/impossible.ts";
import { meantBy } from "./meant.ts";

/**
 * Parts of conditions that come to nothing although the whole can hold: a value that the field never has (`weekday nin
 * ["saturday"]` excludes nothing), an alternative that never holds. `impossible` are the places already found to never match.
 */
export function deadParts(plan: PlanInput, impossible: ReadonlySet<string>): readonly Finding[] {
  return conditionsOfPlan(plan).flatMap((condition) =>
    placedComparisons(condition.when, condition.pointer).flatMap(({ comparison, pointer }) =>
      impossible.has(pointer) ? [] : inComparison(comparison, pointer, condition),
    ),
  );
}

function inComparison(comparison: Comparison, pointer: string, { scope, ruleId }: PlanCondition): readonly Finding[] {
  const { field, op } = comparison;
  const values = valuesOf(field, scope);
  if (values === undefined || op === "exists") return [];
  const about = { severity: "warning", field, ...(ruleId !== undefined && { ruleId }) } as const;
  if (op === "eq" || op === "ne" || op === "in" || op === "nin") {
    const excludes = op === "ne" || op === "nin";
    return strangeValues(comparison, values).map(({ value, place, has }) => {
      const meant = meantBy(value, has);
      const named = { value: String(value), has, excludes, ...(meant !== undefined && { meant }) };
      return { code: "unknownValue", ...about, ...named, pointer: `${pointer}/value${place}` };
    });
  }
  const because = canHold(comparison, values) ? undefined : whyImpossible(comparison, scope);
  return because ? [{ code: "neverHolds", ...about, because, pointer }] : [];
}

/** The values that the field never has, each with its place in the comparison. */
function strangeValues(comparison: Extract<Comparison, { readonly value: Scalar | Scalar[] }>, values: FieldValues) {
  const standard = [inStandardWords(comparison).value ?? []].flat();
  return [comparison.value].flat().flatMap((value, i) => {
    const has = kindFor(comparison.field, standard[i] ?? value, values);
    return has === undefined ? [] : [{ value, has, place: Array.isArray(comparison.value) ? `/${i}` : "" }];
  });
}

/** What the field has instead of such a value; undefined when it can have it. */
function kindFor(field: string, constant: Scalar, values: FieldValues): FieldKind | undefined {
  const scalar = scalarOf(constant);
  const possible = scalar !== undefined && canBe(scalar, values);
  if (!possible) return kindOf(field, values);
  if (typeof scalar !== "string" || /^[a-z]{2}$/.test(scalar)) return undefined;
  if (field === "country") return "countryCode";
  return field === "language" ? "languageCode" : undefined;
}

function canBe(scalar: Scalar, { texts, numbers, booleans }: FieldValues): boolean {
  switch (typeof scalar) {
    case "string":
      return texts === "any" || texts?.includes(scalar) === true;
    case "number":
      return numbers === "any" || numbers?.includes(scalar) === true;
    default:
      return booleans === true;
  }
}

/** Whether some value of the field passes a comparison of order, or of a part of a text. */
function canHold(comparison: Comparison, { texts = [], numbers = [] }: FieldValues): boolean {
  const test = testOf(comparison);
  if (comparison.op === "prefix" || comparison.op === "contains") return texts === "any" || texts.some(test);
  if (numbers !== "any") return numbers.some(test);
  return comparison.op !== "between" || comparison.value[0] <= comparison.value[1];
}
