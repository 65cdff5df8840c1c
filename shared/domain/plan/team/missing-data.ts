import type { PlanInput } from "../../../schemas/plan/plan.ts";
import type { Finding } from "../findings/finding.ts";
import { methodsOfPlan } from "../methods-of-plan.ts";
import type { Surroundings } from "../unknown-references.ts";

/** Weights count in ten-thousandths of a turn; anything below half of one is rounded up to one. */
const smallestWeight = 0.0001;

/** Methods that need something which is not there: areas without any, weights that come to nothing, a pool without an end. */
export function missingData(plan: PlanInput, around: Surroundings): readonly Finding[] {
  return methodsOfPlan(plan).flatMap(({ method, ruleId, pointer }): readonly Finding[] => {
    const about = { ruleId, pointer };
    const areas = "pool" in method ? method.pool?.areas : undefined;
    if (areas !== undefined && around.areas.size === 0) return [{ severity: "warning", code: "noAreas", ...about }];
    if (method.type === "weighted") {
      const tiny = [...around.agents.values()].filter(({ weight }) => weight < smallestWeight);
      return tiny.map(({ agentId: id }) => ({ severity: "warning", code: "weightTooSmall", ...about, id }) as const);
    }
    const endless = method.type === "pool" && method.claimWithin === undefined && pointer !== "/fallback";
    return endless ? [{ severity: "hint", code: "poolWithoutWindow", ...about }] : [];
  });
}
