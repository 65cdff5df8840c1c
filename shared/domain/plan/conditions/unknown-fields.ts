import type { PlanInput } from "../../../schemas/plan/plan.ts";
import type { Finding } from "../findings/finding.ts";
import { fieldMeantBy } from "../values/meant.ts";
import { conditionsOfPlan, type PlanCondition } from "./conditions-of-plan.ts";
import { type Scope, valuesOf } from "./field-values.ts";
import { placedComparisons } from "./placed-comparisons.ts";

/** Conditions on fields that no lead has: misspelt ones never match, and nobody would notice (A2). Each once a condition. */
export function unknownFields(plan: PlanInput): readonly Finding[] {
  return conditionsOfPlan(plan).flatMap(({ ruleId, ...condition }) =>
    strange(condition).map((place) => ({
      ...({ severity: "warning", code: "unknownField", ...place } as const),
      ...(ruleId !== undefined && { ruleId }),
    })),
  );
}

const scopes: readonly Scope[] = ["scoring", "progressive"];

function strange({ when, pointer, scope }: Omit<PlanCondition, "ruleId">) {
  const places = new Map<string, string>();
  for (const { comparison, pointer: place } of placedComparisons(when, pointer)) {
    const { field } = comparison;
    if (!places.has(field) && valuesOf(field, scope) === undefined) places.set(field, `${place}/field`);
  }
  return [...places].map(([field, place]) => {
    const only = scopes.find((other) => valuesOf(field, other) !== undefined);
    const meant = only === undefined ? fieldMeantBy(field, scope) : undefined;
    return { field, pointer: place, ...(only && { only }), ...(meant !== undefined && { meant }) };
  });
}
