import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { anyLead } from "../../routing/pools/matched-values.ts";
import { poolOf } from "../../routing/pools/pool.ts";
import type { Finding } from "../findings/finding.ts";
import { methodsOfPlan } from "../methods-of-plan.ts";
import type { Surroundings } from "../unknown-references.ts";

/** Methods that look at what agents have achieved, where nothing of it is known yet (C4, C14): then all get the same. */
export function achievements(plan: PlanInput, around: Surroundings): readonly Finding[] {
  return methodsOfPlan(plan).flatMap(({ method, ruleId, poolRule, pointer }): readonly Finding[] => {
    if (method.type !== "tiers" && method.type !== "fastest") return [];
    const { matchSkills: _, areas: __, languages: ___, ...filter } = method.pool;
    const members = poolOf(poolRule, filter, anyLead, around.agents).members;
    if (members.length === 0) return [];
    if (method.type === "tiers") {
      const tiered = members.some(({ tier }) => tier !== undefined);
      return tiered ? [] : [{ severity: "warning", code: "nobodyInTier", ruleId, pointer }];
    }
    const measured = members.some(({ agentId }) => {
      const { minutesToContact, contacted = 0 } = around.figures?.get(agentId) ?? {};
      return minutesToContact !== undefined && contacted >= method.minContacts;
    });
    return measured ? [] : [{ severity: "warning", code: "noSpeedKnown", count: method.minContacts, ruleId, pointer }];
  });
}
