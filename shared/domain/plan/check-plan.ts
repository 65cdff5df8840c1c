import type { PlanInput } from "../../schemas/plan/plan.ts";
import { FALLBACK, reservedRuleIds } from "../routing/special-rules.ts";
import { conditionFindings } from "./conditions/condition-findings.ts";
import type { Finding } from "./findings/finding.ts";
import { closedHours } from "./limits/closed-hours.ts";
import { openingSpans } from "./limits/opening-spans.ts";
import { rampSteps } from "./limits/ramp-steps.ts";
import { scoringLimits } from "./limits/scoring-limits.ts";
import { timeLimits } from "./limits/time-limits.ts";
import { continuityRules } from "./rules/continuity-rules.ts";
import { exceptionTimes } from "./rules/exception-times.ts";
import { idleParts } from "./rules/idle-parts.ts";
import { picking } from "./rules/picking.ts";
import { achievements } from "./team/achievements.ts";
import { areaOverlaps } from "./team/area-overlaps.ts";
import { attendance } from "./team/attendance.ts";
import { backupCircles } from "./team/backup-circles.ts";
import { insideSales } from "./team/inside-sales.ts";
import { missingData } from "./team/missing-data.ts";
import { namedPeople } from "./team/named-people.ts";
import { recipients } from "./team/recipients.ts";
import { staffing } from "./team/staffing.ts";
import { teamGaps } from "./team/team-gaps.ts";
import { teamSizeAdvice } from "./team/team-size-advice.ts";
import { type Surroundings, unknownReferences } from "./unknown-references.ts";

/** Three to five core rules are what a team keeps in mind; from seven on people stop understanding the plan (F9). */
const manyRules = 5;
const tooManyRules = 7;

const ranks = { error: 0, warning: 1, hint: 2 } as const;

/** What is wrong or doubtful about a plan in front of this team, the worst first (F9). */
export function checkPlan(plan: PlanInput, around: Surroundings): readonly Finding[] {
  return [
    ...conditionFindings(plan),
    ...unknownReferences(plan, around),
    ...staffing(plan, around),
    ...teamGaps(plan, around),
    ...attendance(plan, around),
    ...namedPeople(plan, around),
    ...achievements(plan, around),
    ...recipients(plan, around),
    ...insideSales(plan, around),
    ...reservedIds(plan),
    ...continuityRules(plan),
    ...idleParts(plan),
    ...picking(plan, around),
    ...exceptionTimes(plan, around.now),
    ...timeLimits(plan),
    ...areaOverlaps(plan, around.areas),
    ...missingData(plan, around),
    ...scoringLimits(plan),
    ...rampSteps(plan),
    ...openingSpans(plan),
    ...closedHours(plan),
    ...backupCircles(around),
    ...teamSizeAdvice(plan, around),
    ...ruleCount(plan),
  ]
    .map((finding) => ({ ...finding, ...placeOf(finding, plan) }))
    .toSorted((a, b) => ranks[a.severity] - ranks[b.severity]);
}

/** A finding about a rule is at that rule, if nothing says it more exactly; the rest is about the whole plan or the team. */
function placeOf(
  { ruleId, pointer }: Finding,
  plan: PlanInput,
): { readonly pointer: string; readonly ruleId?: string } {
  if (ruleId === undefined) {
    const inside = pointer === undefined ? undefined : ruleAt(pointer, plan);
    return { pointer: pointer ?? "", ...(inside !== undefined && { ruleId: inside }) };
  }
  return { pointer: pointer ?? pointerOf(ruleId, plan), ruleId };
}

function pointerOf(ruleId: string, { rules, progressive }: PlanInput): string {
  const position = rules.findIndex(({ id }) => id === ruleId);
  if (position >= 0) return `/rules/${position}`;
  const later = progressive.findIndex(({ id }) => id === ruleId);
  return later >= 0 ? `/progressive/${later}` : "/fallback";
}

/** The rule that a place in the plan belongs to. */
function ruleAt(pointer: string, { rules, progressive, exceptions = [] }: PlanInput): string | undefined {
  const [, part, position] = pointer.split("/");
  switch (part) {
    case "rules":
      return rules[Number(position)]?.id;
    case "progressive":
      return progressive[Number(position)]?.id;
    case "exceptions":
      return exceptions[Number(position)]?.ruleId;
    default:
      return part === "fallback" ? FALLBACK : undefined;
  }
}

function reservedIds({ rules }: PlanInput): readonly Finding[] {
  return rules.flatMap(({ id }, i) =>
    reservedRuleIds.includes(id)
      ? [{ severity: "error", code: "reservedId", ruleId: id, id, pointer: `/rules/${i}/id` } as const]
      : [],
  );
}

function ruleCount({ rules: { length: count } }: PlanInput): readonly Finding[] {
  if (count === 0) return [{ severity: "hint", code: "noRules" }];
  if (count >= tooManyRules) return [{ severity: "warning", code: "tooManyRules", count }];
  return count > manyRules ? [{ severity: "hint", code: "manyRules", count }] : [];
}
