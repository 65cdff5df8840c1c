import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { matchesLead } from "../../routing/pools/for-any-lead.ts";
import type { Finding } from "../findings/finding.ts";
import { methodsOfPlan } from "../methods-of-plan.ts";
import type { Surroundings } from "../unknown-references.ts";

/** F9: tiers from 6 agents; from 10 they are worth it, from 20 specialisation and areas too. */
export const tiersFrom = 6;
const tiersWorthIt = 10;
const specialistsWorthIt = 20;

/** What fits a team of this size: round robin with skips at first, tiers for more, specialists and areas for many. */
export function teamSizeAdvice(plan: PlanInput, { agents }: Pick<Surroundings, "agents">): readonly Finding[] {
  const count = [...agents.values()].filter(({ status, role }) => status !== "inactive" && role === "agent").length;
  const methods = methodsOfPlan(plan);
  const tiered = methods.filter(({ method }) => method.type === "tiers");
  const specialised = methods.some(({ method }) => {
    const pool = "pool" in method ? (method.pool ?? {}) : {};
    return matchesLead(pool) || pool.skills !== undefined || pool.team !== undefined;
  });
  if (count > 0 && count < tiersFrom) {
    return tiered.map(({ ruleId, pointer }) => ({
      severity: "warning",
      code: "tooFewForTiers",
      count,
      ruleId,
      pointer,
    }));
  }
  if (count > specialistsWorthIt && !specialised) return [{ severity: "hint", code: "manyWithoutSpecialists", count }];
  const tiersMissing = count >= tiersWorthIt && count <= specialistsWorthIt && tiered.length === 0;
  return tiersMissing ? [{ severity: "hint", code: "tiersWorthIt", count }] : [];
}
