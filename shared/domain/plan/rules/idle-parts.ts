import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { postsToPool } from "../../lead-pool/pool-method.ts";
import { durationMs } from "../../time/durations.ts";
import { placedComparisons } from "../conditions/placed-comparisons.ts";
import type { Finding } from "../findings/finding.ts";
import { methodsOfPlan } from "../methods-of-plan.ts";

/** Parts of a plan that make no difference: a mix of the same, a second chance that comes too late, a reaction to anything. */
export function idleParts(plan: PlanInput): readonly Finding[] {
  const inMethods = methodsOfPlan(plan).flatMap(({ method, ruleId, pointer }): readonly Finding[] => {
    if (method.type === "mix") {
      const kinds = new Set(method.parts.map((part) => JSON.stringify(part.method)));
      return kinds.size === 1 ? [{ severity: "hint", code: "mixOfSame", ruleId, pointer }] : [];
    }
    if (!postsToPool(method) || method.claimWithin === undefined || method.recycleAfter === undefined) return [];
    const early = durationMs(method.recycleAfter) <= durationMs(method.claimWithin);
    const place = { ruleId, pointer: `${pointer}/recycleAfter` };
    return early ? [{ severity: "warning", code: "recycleBeforeClaim", ...place }] : [];
  });
  const reactions = plan.progressive.flatMap(({ id: ruleId, when }, i): readonly Finding[] => {
    const pointer = `/progressive/${i}/when`;
    const asked = placedComparisons(when, pointer).some(({ comparison }) => comparison.field.startsWith("engagement"));
    return asked ? [] : [{ severity: "hint", code: "notAboutBehaviour", ruleId, pointer }];
  });
  return [...inMethods, ...reactions];
}
