import type { LeadBody } from "../../schemas/lead/lead.ts";
import type { Engagement } from "../../schemas/lead/lead-input.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { Temperature } from "../../schemas/primitives.ts";
import { leadHolds } from "./lead-holds.ts";
import { type Score, scoreLead } from "./score-lead.ts";
import { temperatureOf } from "./temperature-of.ts";

/**
 * Score and temperature of a lead with one more engagement (B3). A temperature that the sender gave, or the source's
 * quality, stays: only one that came from the score moves with it.
 */
export function rescore(
  body: LeadBody,
  engagement: Engagement,
  plan: Plan,
  now: number,
): { readonly score: Score; readonly temperature: Temperature } {
  const { leadId, first, decision, score: before, temperature, rescored, ...unscored } = body;
  const engaged = { ...unscored, engagement: [...(body.engagement ?? []), engagement] };
  const score = scoreLead(plan.scoring, leadHolds(engaged, now, plan));
  const byScore = temperature === temperatureOf({ score: before.total }, plan.scoring);
  return { score, temperature: byScore ? temperatureOf({ score: score.total }, plan.scoring) : temperature };
}
