import type { Agent } from "../../schemas/agent.ts";
import type { Area } from "../../schemas/area.ts";
import type { PlanInput } from "../../schemas/plan/plan.ts";
import { methodsOfPlan } from "../plan/methods-of-plan.ts";
import { teamIndex } from "../plan/team/team-index.ts";

/** The part of the configuration that says who is in which pool. */
interface Team {
  readonly plan: Pick<PlanInput, "rules" | "exceptions" | "fallback" | "tiers"> &
    Partial<Pick<PlanInput, "progressive">>;
  readonly agents: ReadonlyMap<string, Agent>;
  readonly areas: ReadonlyMap<string, Area>;
}

/**
 * The agents whose tier makes a difference (C4): in the pool of a method that shares by tiers, or that asks for one, whatever
 * tier they have now. A plan that sets up tiers before any method goes by them reviews everybody. Nobody else is reviewed or
 * has a way through the tiers.
 */
export function tieredAgents({ plan, agents, areas }: Team): ReadonlySet<string> {
  const index = teamIndex({ agents, areas });
  const circles = methodsOfPlan(plan).flatMap(({ method }) => {
    const { tier, matchSkills: _, languages: __, ...circle } = "pool" in method ? (method.pool ?? {}) : {};
    return method.type === "tiers" || tier !== undefined ? [circle] : [];
  });
  if (circles.length === 0 && plan.tiers !== undefined) circles.push({});
  return new Set(circles.flatMap((circle) => index(circle).agents.map(({ agentId }) => agentId)));
}
