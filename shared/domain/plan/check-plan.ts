import type { PlanInput } from "../../schemas/plan.ts";
import { achievements } from "./achievements.ts";
import { areaOverlaps } from "./area-overlaps.ts";
import type { Finding } from "./finding.ts";
import { unreachableRules } from "./reachability.ts";
import { staffing } from "./staffing.ts";
import { teamGaps } from "./team-gaps.ts";
import { timeLimits } from "./time-limits.ts";
import { unknownFields } from "./unknown-fields.ts";
import { type Surroundings, unknownReferences } from "./unknown-references.ts";

/** Three to five core rules are what a team keeps in mind; from seven on people stop understanding the plan (F9). */
const manyRules = 5;
const tooManyRules = 7;

const ranks = { error: 0, warning: 1, hint: 2 } as const;

/** What is wrong or doubtful about a plan in front of this team, the worst first (F9). */
export function checkPlan(plan: PlanInput, around: Surroundings): readonly Finding[] {
  return [
    ...unknownReferences(plan, around),
    ...unknownFields(plan),
    ...unreachableRules(plan),
    ...staffing(plan, around),
    ...teamGaps(plan, around),
    ...achievements(plan, around),
    ...timeLimits(plan),
    ...areaOverlaps(plan, around.areas),
    ...ruleCount(plan),
  ].toSorted((a, b) => ranks[a.severity] - ranks[b.severity]);
}

function ruleCount({ rules: { length: count } }: PlanInput): readonly Finding[] {
  if (count === 0) return [{ severity: "hint", code: "noRules" }];
  if (count >= tooManyRules) return [{ severity: "warning", code: "tooManyRules", count }];
  return count > manyRules ? [{ severity: "hint", code: "manyRules", count }] : [];
}
