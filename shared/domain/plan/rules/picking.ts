import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { lastRampStep } from "../../eligibility/ramp.ts";
import { forAnyLead } from "../../routing/pools/for-any-lead.ts";
import { anyLead } from "../../routing/pools/matched-values.ts";
import { poolOf } from "../../routing/pools/pool.ts";
import type { Finding } from "../findings/finding.ts";
import { methodsOfPlan, type PlacedMethod } from "../methods-of-plan.ts";
import type { Surroundings } from "../unknown-references.ts";
import { pickLimits } from "./pick-limits.ts";

/** With fewer there is nobody to leave the others to (F9). */
const enoughToPick = 6;

/** Guard rails and methods that go together (C10), and when it is better not to let agents pick (F9). */
export function picking(plan: PlanInput, around: Surroundings): readonly Finding[] {
  const methods = methodsOfPlan(plan).filter(({ method }) => method.type === "cherryPick");
  const [first] = methods;
  if (first === undefined) {
    return plan.cherryPick === undefined
      ? []
      : [{ severity: "hint", code: "guardRailsUnused", pointer: "/cherryPick" }];
  }
  const { ruleId, pointer } = first;
  return [
    ...(plan.cherryPick === undefined ? [{ severity: "hint", code: "usualGuardRails", ruleId, pointer } as const] : []),
    ...(plan.scoring.rules.length === 0
      ? [{ severity: "hint", code: "pickWithoutScores", ruleId, pointer } as const]
      : []),
    ...(plan.cherryPick === undefined ? [] : pickLimits(plan.cherryPick)),
    ...methods.flatMap((placed) => inMethod(placed, plan, around)),
  ];
}

function inMethod(
  { method, ruleId, poolRule, pointer }: PlacedMethod,
  plan: PlanInput,
  around: Surroundings,
): readonly Finding[] {
  if (method.type !== "cherryPick") return [];
  const pool = forAnyLead(method.pool ?? {});
  const group = poolOf(poolRule, pool, anyLead, around.agents).members.filter(({ status }) => status !== "inactive");
  const about = { ruleId, pointer };
  const now = around.now ?? Number.POSITIVE_INFINITY;
  const newcomers = group.filter((agent) => (lastRampStep(agent, plan) ?? 0) > now).map(({ agentId }) => agentId);
  const mostlyNew = newcomers.length * 2 > group.length;
  return [
    ...(method.claimWithin === undefined
      ? [{ severity: "warning", code: "pickWithoutWindow", ...about } as const]
      : []),
    ...(group.length > 0 && group.length < enoughToPick
      ? [{ severity: "warning", code: "tooFewToPick", count: group.length, ...about } as const]
      : []),
    ...(newcomers.length > 0
      ? [{ severity: mostlyNew ? "warning" : "hint", code: "newcomersPick", ids: newcomers, ...about } as const]
      : []),
  ];
}
