import type { AgentFigures } from "../../schemas/figures.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import { EQUAL_SHARE } from "../eligibility/ramp.ts";
import type { Lineup } from "../routing/pools/lineup.ts";
import { policyOf, tierPlaceOf } from "./tier-place.ts";
import { tierShares } from "./tier-shares.ts";

/**
 * The line-up with everybody in their place (C4): the tiers take turns by the plan's shares, and inside each its members,
 * one each (a ramp still counts for who has a tier already). Newcomers get the same each: their place says how much (C3).
 */
export function tieredLineup(
  lineup: Lineup,
  figures: ReadonlyMap<string, AgentFigures>,
  plan: Pick<Plan, "ramp" | "tiers" | "timezone">,
  now: number,
): Lineup {
  const members = lineup.members.flatMap(({ agentId, weight }) => {
    const agent = lineup.agents.get(agentId);
    const place = agent && tierPlaceOf(agent, figures.get(agentId), plan, now);
    return place === undefined ? [] : [{ agentId, weight: place === "newcomer" ? EQUAL_SHARE : weight, tier: place }];
  });
  return {
    ...lineup,
    members,
    tiers: tierShares(
      members.map(({ tier }) => tier),
      policyOf(plan),
    ),
  };
}
