import type { LeadBody } from "../../schemas/lead/lead.ts";
import type { LeadInput } from "../../schemas/lead/lead-input.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { Source } from "../../schemas/source.ts";
import { leadHolds } from "../scoring/lead-holds.ts";
import { type Score, scoreLead } from "../scoring/score-lead.ts";
import { temperatureOf } from "../scoring/temperature-of.ts";
import { defined } from "./defined.ts";
import type { Normalised } from "./facts/normalise-facts.ts";

/** A lead that is standardised and scored, before it is known what becomes of it. */
export type DraftLead = Omit<LeadBody, "leadId" | "first" | "decision">;

export interface DraftContext {
  readonly source: Source;
  readonly plan: Plan | undefined;
  /** Area ids the lead lies in. */
  readonly areas: readonly string[];
  /** Epoch ms. */
  readonly now: number;
}

/**
 * What BODY says whatever becomes of the lead: the facts, where it came from (A6: source, campaign, price, exclusivity, the
 * sender's own score), consent as it was given (A5), score and temperature (B1, B2).
 */
export function draftLead(
  input: LeadInput,
  { facts, flags }: Extract<Normalised, { accepted: true }>,
  { source, plan, areas, now }: DraftContext,
): DraftLead {
  const unscored = {
    sourceId: source.sourceId,
    receivedAt: now,
    facts,
    ...defined({
      externalId: input.externalId,
      areas: areas.length > 0 ? [...areas] : undefined,
      consent: input.consent,
      engagement: input.engagement?.length ? input.engagement : undefined,
      attribution: input.attribution,
      exclusivity: input.exclusivity ?? source.exclusivity,
      shares: input.shares,
      submittedAt: input.submittedAt === undefined ? undefined : Date.parse(input.submittedAt),
      senderScore: input.score,
      accountId: input.accountId,
      price: source.price,
      flags: flags.length > 0 ? [...flags] : undefined,
    }),
  };
  const score: Score = scoreLead(plan?.scoring, leadHolds(unscored, now, plan));
  return {
    ...unscored,
    score: { total: score.total, parts: [...score.parts] },
    temperature: temperatureOf(
      { explicit: input.temperature, sourceQuality: source.quality, score: score.total },
      plan?.scoring,
    ),
  };
}
