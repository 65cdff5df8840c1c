import type { LeadBody, LeadState, NormalisedFacts } from "../../schemas/lead/lead.ts";
import type { Temperature } from "../../schemas/primitives.ts";
import { type Stage, stageOf } from "../handover/stage.ts";

/** What routing looks at: the standardised lead (A2), what quality made of it (B1, B2), and the areas it lies in (C7). */
export interface LeadToRoute {
  readonly leadId: string;
  readonly facts: NormalisedFacts;
  /** Area ids; see `areasOf`. */
  readonly areas: readonly string[];
  readonly score: number;
  readonly temperature: Temperature;
  readonly sourceId: string;
  readonly exclusivity?: "exclusive" | "shared" | undefined;
  /** How many recipients the sender allows (C11). */
  readonly shares?: number | undefined;
  /** `new` when left out (C6). */
  readonly stage?: Stage | undefined;
  /** How often it was taken from the pool to be routed again (C9); 0 when left out. */
  readonly recycled?: number | undefined;
}

/** A stored lead as routing sees it again; score and temperature from STATE when they have moved since intake. */
export function leadToRoute(
  body: LeadBody,
  now: Pick<LeadState, "score" | "temperature" | "handedOverAt" | "posted"> = {
    score: body.score.total,
    temperature: body.temperature,
  },
): LeadToRoute {
  return {
    leadId: body.leadId,
    facts: body.facts,
    areas: body.areas ?? [],
    score: now.score,
    temperature: now.temperature,
    sourceId: body.sourceId,
    exclusivity: body.exclusivity,
    shares: body.shares,
    stage: stageOf(now),
    recycled: now.posted?.recycled,
  };
}
