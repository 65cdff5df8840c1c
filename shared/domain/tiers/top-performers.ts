import type { Agent } from "../../schemas/agent.ts";
import type { AgentFigures, Figures } from "../../schemas/figures.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import { tierNames } from "../../schemas/tier.ts";
import { levelOf } from "./review.ts";
import { policyOf, type TierPlace, tierPlaceOf } from "./tier-place.ts";

/** So many are named of each tier and team. */
const named = 3;

/** Somebody who is named, with the results of the last 90 days; nothing about any lead. */
export interface TopPerformer
  extends Pick<AgentFigures, "assigned" | "converted" | "minutesToContact" | "appointmentRate" | "averageDeal"> {
  readonly agentId: string;
  readonly name: string;
  readonly team: string;
  readonly place: TierPlace;
  /** The conversion that counts (C4), 0–1. */
  readonly level: number;
}

/** Those who convert most in one tier or team, best first, and among how many. */
export interface Honours {
  readonly agents: number;
  readonly top: readonly TopPerformer[];
}

export interface HonoursList {
  readonly tiers: readonly (Honours & { readonly tier: TierPlace })[];
  readonly teams: readonly (Honours & { readonly team: string })[];
}

/**
 * The top performers by tier and by team (C4): by conversion, then by the faster contact, then by the larger deal. Nobody is
 * named who has won nothing, has too few leads to tell, or is below the own tier's bar.
 */
export function topPerformers(
  agents: Iterable<Agent>,
  figures: Figures,
  plan: Pick<Plan, "ramp" | "tiers" | "timezone">,
  now: number,
): HonoursList {
  const staff = [...agents].filter(({ role, status }) => role === "agent" && status !== "inactive");
  const placed = staff.map((agent) => {
    const own = figures.get(agent.agentId);
    const place = tierPlaceOf(agent, own, plan, now);
    return { agent, place, performer: performerOf(agent, own, place, plan) };
  });
  const honours = (some: typeof placed): Honours => ({
    agents: some.length,
    top: some
      .flatMap(({ performer }) => performer ?? [])
      .toSorted(byResult)
      .slice(0, named),
  });
  const teams = [...Map.groupBy(placed, ({ agent }) => agent.team)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    tiers: ([...tierNames, "newcomer"] as const).map((tier) => ({
      tier,
      ...honours(placed.filter(({ place }) => place === tier)),
    })),
    teams: teams.map(([team, some]) => ({ team, ...honours(some) })),
  };
}

function performerOf(
  { agentId, name, team }: Agent,
  figures: AgentFigures | undefined,
  place: TierPlace,
  plan: Pick<Plan, "tiers">,
): TopPerformer | undefined {
  const level = levelOf(figures, policyOf(plan));
  if (figures === undefined || level === undefined || figures.converted === 0) return undefined;
  if ((place === "A" || place === "B") && level < policyOf(plan).bars[place]) return undefined;
  const { assigned, converted, minutesToContact, appointmentRate, averageDeal } = figures;
  return {
    ...{ agentId, name, team, place, level, assigned, converted },
    ...(minutesToContact !== undefined && { minutesToContact }),
    ...(appointmentRate !== undefined && { appointmentRate }),
    ...(averageDeal !== undefined && { averageDeal }),
  };
}

function byResult(a: TopPerformer, b: TopPerformer): number {
  const slowest = Number.MAX_VALUE;
  return (
    b.level - a.level ||
    (a.minutesToContact ?? slowest) - (b.minutesToContact ?? slowest) ||
    (b.averageDeal?.amount ?? 0) - (a.averageDeal?.amount ?? 0) ||
    (a.agentId < b.agentId ? -1 : 1)
  );
}
