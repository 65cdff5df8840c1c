import type { Condition } from "../../../schemas/plan/condition.ts";
import type { PlanInput } from "../../../schemas/plan/plan.ts";
import type { Scope } from "./field-values.ts";

/** A condition of a plan with its place (JSON pointer). */
export interface PlanCondition {
  readonly when: Condition;
  readonly pointer: string;
  readonly scope: Scope;
  /** Left out: points for the score. */
  readonly ruleId?: string;
}

/** Every condition of a plan: of its rules, of progressive rules, of points. */
export function conditionsOfPlan({ rules, progressive, scoring }: PlanInput): readonly PlanCondition[] {
  return [
    ...rules.flatMap(({ id: ruleId, when }, i) =>
      when === undefined ? [] : [{ when, ruleId, pointer: `/rules/${i}/when`, scope: "rules" } as const],
    ),
    ...progressive.map(
      ({ id: ruleId, when }, i) => ({ when, ruleId, pointer: `/progressive/${i}/when`, scope: "progressive" }) as const,
    ),
    ...scoring.rules.map(({ when }, i) => ({ when, pointer: `/scoring/rules/${i}/when`, scope: "scoring" }) as const),
  ];
}
