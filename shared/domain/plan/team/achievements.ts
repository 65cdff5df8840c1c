import type { Agent } from "../../../schemas/agent.ts";
import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { standardTiers } from "../../../schemas/plan/tiers-policy.ts";
import { tierNames } from "../../../schemas/tier.ts";
import { forAnyLead } from "../../routing/pools/for-any-lead.ts";
import type { Finding } from "../findings/finding.ts";
import { methodsOfPlan } from "../methods-of-plan.ts";
import type { Surroundings } from "../unknown-references.ts";
import { teamIndex } from "./team-index.ts";
import { tiersFrom } from "./team-size-advice.ts";

type TierFinding = Extract<Finding, { readonly code: "nobodyInTier" | "tierOfTiers" | "emptyTier" }>;

/** Methods that look at what agents have achieved, where nothing of it is known yet (C4, C14): then all get the same. */
export function achievements(plan: PlanInput, around: Surroundings): readonly Finding[] {
  return methodsOfPlan(plan).flatMap(({ method, ruleId, pointer }): readonly Finding[] => {
    if (method.type !== "tiers" && method.type !== "fastest") return [];
    const filter = forAnyLead(method.pool);
    const members = teamIndex(around)(filter).agents;
    if (members.length === 0) return [];
    if (method.type === "tiers") {
      return inTiers(members, filter.tier, plan).map((finding) => ({ ...finding, ruleId, pointer }));
    }
    const measured = members.some(({ agentId }) => {
      const { minutesToContact, contacted = 0 } = around.figures?.get(agentId) ?? {};
      return minutesToContact !== undefined && contacted >= method.minContacts;
    });
    return measured ? [] : [{ severity: "warning", code: "noSpeedKnown", count: method.minContacts, ruleId, pointer }];
  });
}

/** Tiers that nobody has, or only one that may take part. Few agents are told to do without tiers altogether. */
function inTiers(members: readonly Agent[], only: string | undefined, plan: PlanInput): readonly TierFinding[] {
  const present = new Set(members.map(({ tier }) => tier));
  if (tierNames.every((tier) => !present.has(tier))) return [{ severity: "warning", code: "nobodyInTier" }];
  if (only !== undefined) return [{ severity: "warning", code: "tierOfTiers", tier: only }];
  if (members.length < tiersFrom) return [];
  const { shares } = plan.tiers ?? standardTiers;
  return tierNames
    .filter((tier) => !present.has(tier))
    .map((tier) => ({ severity: "hint", code: "emptyTier", tier, percent: shares[tier] }));
}
