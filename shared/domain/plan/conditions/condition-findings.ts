import type { PlanInput } from "../../../schemas/plan/plan.ts";
import type { Finding } from "../findings/finding.ts";
import { deadParts } from "../values/dead-parts.ts";
import { doubtfulValues } from "../values/doubtful-values.ts";
import { scoresOutOfReach } from "../values/score-range.ts";
import { impossibleConditions } from "./impossible-conditions.ts";
import { unreachableRules } from "./reachability.ts";
import { unknownFields } from "./unknown-fields.ts";

/** What is wrong or doubtful about the plan's conditions, whatever team it is for. */
export function conditionFindings(plan: PlanInput): readonly Finding[] {
  const whole = [...unreachableRules(plan), ...impossibleConditions(plan)];
  const impossible = whole.filter(({ code }) => code === "neverMatches");
  const hopeless = new Set(impossible.map(({ ruleId }) => ruleId));
  const dead = deadParts(plan, new Set(impossible.map(({ pointer = "" }) => pointer)));
  const mistaken = new Set(dead.map(({ ruleId }) => ruleId));
  return [
    ...unknownFields(plan),
    // A condition that excludes nothing because of a wrong word needs the right word.
    ...whole.filter(({ code, ruleId }) => code !== "alwaysMatches" || !mistaken.has(ruleId)),
    ...dead,
    ...doubtfulValues(plan),
    ...scoresOutOfReach(plan).filter(({ ruleId }) => !hopeless.has(ruleId)),
  ];
}
