import * as z from "zod";
import { agentFigures } from "./figures.ts";
import { instantMs, slug } from "./primitives.ts";

export const tierName = z.enum(["A", "B", "C"]);
export type TierName = z.infer<typeof tierName>;

/** From the highest to the last (C4). */
export const tierNames: readonly TierName[] = tierName.options;

/** A quarter of a year in the tenant's zone, as it is named: 2026-Q4. */
const quarter = z.string().regex(/^\d{4}-Q[1-4]$/);

/** What the latest review found of one agent: the level of the figures, and how often in a row it was above or below. */
export const tierReview = z.strictObject({
  agentId: slug,
  quarter,
  at: instantMs,
  /** The tier at the time: another one begins a new row. */
  tier: tierName.optional(),
  above: z.number().int().nonnegative(),
  below: z.number().int().nonnegative(),
});
export type TierReview = z.infer<typeof tierReview>;

const figuresShown = agentFigures.pick({
  assigned: true,
  converted: true,
  conversion: true,
  expectedConversion: true,
  adjustedConversion: true,
  minutesToContact: true,
  appointmentRate: true,
  averageDeal: true,
});

/** That an agent changes the tier, with the figures and the bar that say why. It carries its event, as a lead does. */
export const tierProposal = z.strictObject({
  /** The quarter and the agent: a review that is repeated finds its proposal. */
  proposalId: z.string(),
  agentId: slug,
  quarter,
  /** Left out: the agent enters the tiers. */
  from: tierName.optional(),
  to: tierName,
  /** Why: moved up, moved down, or entering. */
  kind: z.enum(["promotion", "demotion", "entry"]),
  /** The conversion that was judged, and the bar it was held against. */
  level: z.number().nonnegative(),
  bar: z.number().nonnegative(),
  /** Reviews in a row that agree. */
  reviews: z.number().int().positive(),
  figures: figuresShown,
  /** `superseded`: nobody decided it before the next quarter's review. */
  status: z.enum(["open", "confirmed", "refused", "superseded"]),
  proposedAt: instantMs,
  /** Who decided: `agent:<id>`, or `system` where the plan does. */
  decided: z.strictObject({ actor: z.string(), at: instantMs, reason: z.string().optional() }).optional(),
  /** The latest of what webhooks are told about: the proposal, or the change that came of it. */
  event: z.enum(["agent.tierProposed", "agent.tierChanged"]),
});
export type TierProposal = z.infer<typeof tierProposal>;

export interface TierDecision {
  readonly status: Exclude<TierProposal["status"], "open">;
  /** `agent:<id>`, or `system` where the plan decides by itself. */
  readonly actor: string;
  readonly at: number;
  readonly reason?: string | undefined;
}

/** Body of `POST /v1/tiers/proposals/{id}/confirm|refuse`. */
export const tierDecisionInput = z.strictObject({ reason: z.string().trim().min(1).max(500).optional() });
