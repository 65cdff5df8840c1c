import type { PlanInput } from "../../../schemas/plan/plan.ts";
import type { Finding } from "../findings/finding.ts";

/** Continuity as a rule without such a rule, and rules for known people that can find nobody (C12). */
export function continuityRules({ rules, continuity }: PlanInput): readonly Finding[] {
  const { person, account, outbound, place } = continuity;
  const off = !person && !account && !outbound;
  const owners = rules.flatMap(({ id: ruleId, method }, i) =>
    method.type === "owner" ? [{ ruleId, pointer: `/rules/${i}/method` }] : [],
  );
  if (owners.length === 0 && place === "asRule" && !off) {
    return [{ severity: "warning", code: "continuityWithoutRule", pointer: "/continuity/place" }];
  }
  return owners.flatMap((about): readonly Finding[] => {
    if (off) return [{ severity: "warning", code: "ownerRuleIdle", ...about }];
    return place === "before" ? [{ severity: "hint", code: "ownerRuleTwice", ...about }] : [];
  });
}
