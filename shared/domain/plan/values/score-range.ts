import type { Comparison } from "../../../schemas/plan/condition.ts";
import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { conditionsOfPlan } from "../conditions/conditions-of-plan.ts";
import { placedComparisons } from "../conditions/placed-comparisons.ts";
import type { Finding } from "../findings/finding.ts";

/** The fewest and the most points that the plan can give a lead. */
export interface ScoreRange {
  readonly least: number;
  readonly most: number;
}

export function scoreRange({ base, rules }: PlanInput["scoring"]): ScoreRange {
  return {
    least: rules.reduce((sum, { points }) => sum + Math.min(0, points), base),
    most: rules.reduce((sum, { points }) => sum + Math.max(0, points), base),
  };
}

/** Rules that ask for a score which the plan's own points never make: `score gt 100` where a lead has 90 at most (B1). */
export function scoresOutOfReach(plan: PlanInput): readonly Finding[] {
  const range = scoreRange(plan.scoring);
  return conditionsOfPlan(plan).flatMap(({ when, pointer, scope, ruleId = "" }) =>
    scope === "scoring"
      ? []
      : placedComparisons(when, pointer)
          .filter(({ comparison }) => comparison.field === "score" && !canHold(comparison, range))
          .map(({ pointer: place }) => ({
            ...({ severity: "warning", code: "scoreOutOfReach", ruleId, ...range } as const),
            pointer: `${place}/value`,
          })),
  );
}

/** Whether some score of the range passes; what is no number is somebody else's finding. */
function canHold(comparison: Comparison, { least, most }: ScoreRange): boolean {
  const within = (value: unknown) => typeof value !== "number" || (least <= value && value <= most);
  switch (comparison.op) {
    case "eq":
      return within(comparison.value);
    case "in":
      return comparison.value.some(within);
    case "gt":
      return most > comparison.value;
    case "gte":
      return most >= comparison.value;
    case "lt":
      return least < comparison.value;
    case "lte":
      return least <= comparison.value;
    case "between":
      return Math.max(least, comparison.value[0]) <= Math.min(most, comparison.value[1]) || !ordered(comparison.value);
    default:
      return true;
  }
}

function ordered([from, to]: readonly [number, number]): boolean {
  return from <= to;
}
