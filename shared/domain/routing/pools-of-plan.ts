import type { Agent } from "../../schemas/agent.ts";
import type { Area } from "../../schemas/area.ts";
import type { Method } from "../../schemas/method.ts";
import type { Plan } from "../../schemas/plan.ts";
import { methodsOfPlan } from "../plan/methods-of-plan.ts";
import type { LeadToMatch } from "./matched-values.ts";
import { possibleMatches } from "./possible-matches.ts";

/** A rotation that a plan has: a rule's own, or one of those it makes per area. */
export interface RotationOfPlan {
  readonly ruleId: string;
  /** Begins its pool keys: the rule's id, or `<rule>/<part>` in a mix. */
  readonly poolRule: string;
  readonly method: Extract<Method, { readonly type: "roundRobin" | "weighted" }>;
  /** A lead of it, as far as the pool looks at leads. */
  readonly lead: LeadToMatch;
}

/** The rotations of a plan in its order. Where areas overlap there are more, which only the leads there name. */
export function rotationsOf(
  plan: Plan,
  areas: ReadonlyMap<string, Area>,
  agents: ReadonlyMap<string, Agent>,
): readonly RotationOfPlan[] {
  return methodsOfPlan(plan).flatMap(({ ruleId, poolRule, method }): readonly RotationOfPlan[] => {
    if (method.type !== "roundRobin" && method.type !== "weighted") return [];
    return possibleMatches(method.pool, areas, agents).map((lead) => ({ ruleId, poolRule, method, lead }));
  });
}
