import type { Agent } from "../../schemas/agent.ts";
import type { AgentFigures } from "../../schemas/figures.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { TierName, TierReview } from "../../schemas/tier.ts";
import { given, rounded } from "../figures/rates.ts";
import { demotionFrom, levelOf, promotionTo, type Step } from "./review.ts";
import { newcomerUntil, policyOf, tierPlaceOf } from "./tier-place.ts";

/** An agent's way upward, as the agent sees it (C4): the place, the level that counts, and what is missing. */
export interface TierPath {
  readonly place: TierName | "newcomer";
  /** The conversion that counts, 0–1; missing while there are too few leads to tell. */
  readonly level?: number;
  /** The conversion as it is, where the level allows for the sources. */
  readonly conversion?: number;
  /** Leads of the last 90 days, and how many a review asks for. */
  readonly leads: { readonly assigned: number; readonly needed: number };
  /** The next tier: its bar, how much of it is missing, and how many reviews in a row have reached it. */
  readonly next?: Target;
  /** The bar of the own tier: how many reviews in a row were below it. */
  readonly hold?: Target;
  /** What is still missing before the tiers (C3). `until`: epoch ms. */
  readonly newcomer?: { readonly assigned: number; readonly needed: number; readonly until?: number };
}

interface Target {
  readonly tier: TierName;
  readonly bar: number;
  readonly missing: number;
  readonly reviews: { readonly done: number; readonly needed: number };
}

export function tierPathOf(
  agent: Agent,
  figures: AgentFigures | undefined,
  review: TierReview | undefined,
  plan: Pick<Plan, "ramp" | "tiers" | "timezone">,
  now: number,
): TierPath {
  const policy = policyOf(plan);
  const place = tierPlaceOf(agent, figures, plan, now);
  const level = levelOf(figures, policy);
  const row = review?.tier === agent.tier ? review : undefined;
  const target = ({ to, bar }: Step, met: number): Target => ({
    tier: to,
    bar,
    missing: Math.max(0, rounded(bar - (level ?? 0))),
    reviews: { done: met, needed: policy.promoteAfter },
  });
  const up = place === "newcomer" ? undefined : promotionTo(place, policy);
  const down = place === "newcomer" ? undefined : demotionFrom(place, policy);
  return {
    place,
    ...(level !== undefined && { level }),
    ...(level !== undefined && level !== figures?.conversion && given("conversion", figures?.conversion)),
    leads: { assigned: figures?.assigned ?? 0, needed: policy.minLeads },
    ...(up && { next: target(up, row?.above ?? 0) }),
    ...(down && { hold: target(down, row?.below ?? 0) }),
    ...(place === "newcomer" && { newcomer: newcomerPath(agent, figures, plan, now) }),
  };
}

function newcomerPath(
  agent: Agent,
  figures: AgentFigures | undefined,
  plan: Pick<Plan, "ramp" | "tiers" | "timezone">,
  now: number,
): NonNullable<TierPath["newcomer"]> {
  const until = newcomerUntil(agent, plan);
  return {
    assigned: figures?.assignedEver ?? 0,
    needed: policyOf(plan).newcomers.minLeads,
    ...(until !== undefined && until > now && { until }),
  };
}
