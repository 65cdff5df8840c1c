import { sourceWeight } from "../../domain/figures/source-weight.ts";
import { type Coaching, coachingOf } from "../../domain/tiers/coaching.ts";
import type { TierPath } from "../../domain/tiers/tier-path.ts";
import { policyOf, tierPlaceOf } from "../../domain/tiers/tier-place.ts";
import { type TierName, tierNames } from "../../schemas/tier.ts";
import type { RoutingConfig } from "../routing-config.ts";

/** The coaching note for an agent (C4), measured by those who are in the tier aimed at or above; undefined for who needs none. */
export function coachingFor(
  agentId: string,
  path: TierPath,
  { agents, figures, plan }: Pick<RoutingConfig, "agents" | "figures" | "plan">,
  now: number,
): Coaching | undefined {
  const peers = (aim: TierName) =>
    [...agents.values()].flatMap((other) => {
      const own = figures.get(other.agentId);
      if (own === undefined || other.agentId === agentId || other.role !== "agent") return [];
      const place = tierPlaceOf(other, own, plan, now);
      return place !== "newcomer" && tierNames.indexOf(place) <= tierNames.indexOf(aim) ? [own] : [];
    });
  return coachingOf(path, figures.get(agentId), peers, sourceWeight(agentId, figures, policyOf(plan)));
}
