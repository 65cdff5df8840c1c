import type { PlanInput } from "../../../schemas/plan/plan.ts";
import type { Finding } from "../findings/finding.ts";
import { conditionsOfPlan } from "./conditions-of-plan.ts";
import { contradictionIn } from "./contradiction.ts";
import { leadSpace } from "./lead-space.ts";

/** Points that no lead ever gets, and progressive rules that nothing ever meets: conditions that cannot hold (B1, C16). */
export function impossibleConditions(plan: PlanInput): readonly Finding[] {
  return conditionsOfPlan(plan).flatMap(({ when, pointer, scope, ruleId }): readonly Finding[] => {
    if (scope === "rules") return [];
    const space = leadSpace([when], scope);
    if (space.regionOf(when)?.length !== 0) return [];
    const at = contradictionIn(when, pointer, space, scope);
    const severity = scope === "scoring" ? "warning" : "error";
    return [{ severity, code: "neverMatches", ...at, ...(ruleId !== undefined && { ruleId }) }];
  });
}
