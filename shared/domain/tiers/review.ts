import type { Agent } from "../../schemas/agent.ts";
import type { AgentFigures } from "../../schemas/figures.ts";
import type { TiersPolicy } from "../../schemas/plan/tiers-policy.ts";
import { type TierName, type TierProposal, type TierReview, tierNames, tierProposal } from "../../schemas/tier.ts";
import type { TierPlace } from "./tier-place.ts";

export interface ReviewInput {
  readonly agent: Pick<Agent, "agentId" | "tier">;
  readonly place: TierPlace;
  readonly figures: AgentFigures | undefined;
  readonly before: TierReview | undefined;
  readonly policy: TiersPolicy;
  /** The quarter under review, such as 2026-Q4. */
  readonly quarter: string;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * One agent's review at the end of a quarter (C4): up one tier after enough reviews in a row at the higher one's level, down
 * one after as many below the own bar; who has none enters by the level. Too few leads say nothing: no proposal, and the
 * row of reviews goes on where it was.
 */
export function reviewAgent(input: ReviewInput): { readonly review: TierReview; readonly proposal?: TierProposal } {
  const { agent, place, policy, quarter, now } = input;
  const { above, below } = rowBefore(input);
  const base = { agentId: agent.agentId, quarter, at: now, ...(agent.tier && { tier: agent.tier }) };
  const level = levelOf(input.figures, policy);
  if (level === undefined || place === "newcomer") return { review: { ...base, above, below } };
  if (agent.tier === undefined) return { review: { ...base, above: 0, below: 0 }, proposal: entry(input, level) };
  const up = promotionTo(place, policy);
  const down = demotionFrom(place, policy);
  const review = {
    ...base,
    above: up !== undefined && level >= up.bar ? above + 1 : 0,
    below: down !== undefined && level < down.bar ? below + 1 : 0,
  };
  if (up !== undefined && review.above >= policy.promoteAfter) {
    return { review, proposal: proposalOf(input, { ...up, kind: "promotion", level, reviews: review.above }) };
  }
  if (down !== undefined && review.below >= policy.promoteAfter) {
    return { review, proposal: proposalOf(input, { ...down, kind: "demotion", level, reviews: review.below }) };
  }
  return { review };
}

/** The conversion that counts; undefined when there are too few leads to tell. */
export function levelOf(figures: AgentFigures | undefined, policy: TiersPolicy): number | undefined {
  if (figures === undefined || figures.assigned < policy.minLeads) return undefined;
  return policy.mix === "sameSources" ? figures.conversion : figures.adjustedConversion;
}

export interface Step {
  readonly to: TierName;
  readonly bar: number;
}

/** The next higher tier and the level for it; undefined at the top. */
export function promotionTo(place: TierName, { bars, promoteAt }: TiersPolicy): Step | undefined {
  const to = tierNames[tierNames.indexOf(place) - 1];
  return to === undefined || to === "C" ? undefined : { to, bar: promoteAt?.[to] ?? bars[to] };
}

/** The next lower tier and the level below which somebody goes there; undefined at the bottom. */
export function demotionFrom(place: TierName, { bars }: TiersPolicy): Step | undefined {
  const to = tierNames[tierNames.indexOf(place) + 1];
  return to === undefined || place === "C" ? undefined : { to, bar: bars[place] };
}

/** The row goes on only in the tier it began in. */
function rowBefore({ before, agent }: ReviewInput): { readonly above: number; readonly below: number } {
  return before?.tier === agent.tier
    ? { above: before?.above ?? 0, below: before?.below ?? 0 }
    : { above: 0, below: 0 };
}

function entry(input: ReviewInput, level: number): TierProposal {
  const { bars } = input.policy;
  const to = level >= bars.A ? "A" : level >= bars.B ? "B" : "C";
  return proposalOf(input, { to, bar: to === "C" ? bars.B : bars[to], kind: "entry", level, reviews: 1 });
}

function proposalOf(
  { agent, figures, quarter, now }: ReviewInput,
  found: Step & Pick<TierProposal, "kind" | "level" | "reviews">,
): TierProposal {
  const { agentId, tier } = agent;
  return {
    proposalId: `${quarter.toLowerCase()}-${agentId}`,
    agentId,
    quarter,
    ...(tier && { from: tier }),
    ...found,
    figures: shownOf(figures),
    status: "open",
    proposedAt: now,
    event: "agent.tierProposed",
  };
}

/** The figures that a manager needs to judge the proposal. */
function shownOf(figures: AgentFigures | undefined): TierProposal["figures"] {
  return tierProposal.shape.figures.strip().parse({ assigned: 0, converted: 0, ...figures });
}
