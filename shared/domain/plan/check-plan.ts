import type { PlanInput } from "../../schemas/plan/plan.ts";
import { closedHours } from "./closed-hours.ts";
import { unreachableRules } from "./conditions/reachability.ts";
import { unknownFields } from "./conditions/unknown-fields.ts";
import type { Finding } from "./findings/finding.ts";
import { scoringLimits } from "./scoring-limits.ts";
import { achievements } from "./team/achievements.ts";
import { areaOverlaps } from "./team/area-overlaps.ts";
import { backupCircles } from "./team/backup-circles.ts";
import { missingData } from "./team/missing-data.ts";
import { staffing } from "./team/staffing.ts";
import { teamGaps } from "./team/team-gaps.ts";
import { teamSizeAdvice } from "./team/team-size-advice.ts";
import { timeLimits } from "./time-limits.ts";
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
    ...missingData(plan, around),
    ...scoringLimits(plan),
    ...closedHours(plan),
    ...backupCircles(around),
    ...teamSizeAdvice(plan, around),
    ...ruleCount(plan),
  ]
    .map((finding) => ({ ...finding, pointer: finding.pointer ?? placeOf(finding, plan) }))
    .toSorted((a, b) => ranks[a.severity] - ranks[b.severity]);
}

/** A finding about a rule is at that rule, if nothing says it more exactly; the rest is about the whole plan or the team. */
function placeOf({ ruleId }: Finding, { rules, progressive }: PlanInput): string {
  if (ruleId === undefined) return "";
  const position = rules.findIndex(({ id }) => id === ruleId);
  if (position >= 0) return `/rules/${position}`;
  const later = progressive.findIndex(({ id }) => id === ruleId);
  return later >= 0 ? `/progressive/${later}` : "/fallback";
}

function ruleCount({ rules: { length: count } }: PlanInput): readonly Finding[] {
  if (count === 0) return [{ severity: "hint", code: "noRules" }];
  if (count >= tooManyRules) return [{ severity: "warning", code: "tooManyRules", count }];
  return count > manyRules ? [{ severity: "hint", code: "manyRules", count }] : [];
}
