import * as z from "zod";
import { instantMs, money, slug } from "./primitives.ts";

const count = z.number().int().nonnegative();
/** A part of a whole, 0–1. */
const rate = z.number().min(0).max(1);

/** What came of one source's leads: of one agent's, or of everybody's. */
export const sourceResult = z.strictObject({ assigned: count, contacted: count, converted: count });
export type SourceResult = z.infer<typeof sourceResult>;

/**
 * An agent's results with the leads that arrived between `from` and `to` (90 days), from the tenant's own history (C4).
 * A lead counts as assigned for everybody who had it; one that was returned as bad for nobody. Rates are left out where
 * there is nothing to divide by.
 */
export const agentFigures = z.strictObject({
  agentId: slug,
  from: instantMs,
  to: instantMs,
  assigned: count,
  contacted: count,
  /** Mean minutes from the assignment to the first contact. */
  minutesToContact: z.number().nonnegative().optional(),
  /** Part of the leads whose first contact was due that had it in time. */
  contactInSla: rate.optional(),
  appointments: count,
  noShows: count,
  appointmentRate: rate.optional(),
  converted: count,
  conversion: rate.optional(),
  /** Mean value of a deal, in the currency that most deals have. */
  averageDeal: money.optional(),
  /** Value of the deals closed in the window whenever their leads came, in the currency that most of them have (E5). */
  sold: money.optional(),
  /** Since when in the window the agent had leads to sell: from then on a sales target counts. */
  workedSince: instantMs.optional(),
  /** What the sources of these leads usually convert: the source's benchmark, or what all agents made of it. */
  expectedConversion: rate.optional(),
  /** The conversion as it would be with the team's mix of sources; may be above 1 where benchmarks are low. */
  adjustedConversion: z.number().nonnegative().optional(),
  sources: z.record(slug, sourceResult),
  /** Leads ever assigned, as far as figures go back: newcomers enter the tiers by it (C3). */
  assignedEver: count,
});
export type AgentFigures = z.infer<typeof agentFigures>;

/** Everybody's figures, by agent. */
export type Figures = ReadonlyMap<string, AgentFigures>;
