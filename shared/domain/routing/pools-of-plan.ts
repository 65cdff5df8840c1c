import type { Area } from "../../schemas/area.ts";
import type { Method } from "../../schemas/method.ts";
import type { Plan } from "../../schemas/plan.ts";
import { methodsOfPlan } from "../plan/methods-of-plan.ts";

/** A rotation that a plan has: a rule's own, or one of those it makes per area. */
export interface RotationOfPlan {
  readonly ruleId: string;
  /** Begins its pool keys: the rule's id, or `<rule>/<part>` in a mix. */
  readonly poolRule: string;
  readonly method: Extract<Method, { readonly type: "roundRobin" | "weighted" }>;
  readonly areas: readonly string[];
}

/** The rotations of a plan in its order. Where areas overlap there are more, which only the leads there name. */
export function rotationsOf(plan: Plan, areas: ReadonlyMap<string, Area>): readonly RotationOfPlan[] {
  return methodsOfPlan(plan).flatMap(({ ruleId, poolRule, method }): readonly RotationOfPlan[] => {
    if (method.type !== "roundRobin" && method.type !== "weighted") return [];
    if (method.pool.areas !== "match") return [{ ruleId, poolRule, method, areas: [] }];
    return [...areas.keys()].map((areaId) => ({ ruleId, poolRule, method, areas: [areaId] }));
  });
}
