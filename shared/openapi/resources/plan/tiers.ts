import * as z from "zod";
import { isoInstant } from "../../../schemas/primitives.ts";
import { tierDecisionInput, tierProposal } from "../../../schemas/tier.ts";
import { tiersAnswer } from "../../answers/tiers.ts";
import { pageOf, paging } from "../../pages.ts";
import type { NamedSchema, Resource } from "../../resource.ts";

const proposal: NamedSchema = {
  id: "TierProposal",
  side: "answer",
  schema: tierProposal.extend({
    proposedAt: isoInstant,
    decided: z.strictObject({ actor: z.string(), at: isoInstant, reason: z.string().optional() }).optional(),
  }),
  description: "That an agent changes the performance tier, with the figures that say why (C4).",
  fields: {
    from: "The present tier; left out when the agent enters the tiers.",
    level: "The conversion that was judged, adjusted by what the sources usually convert.",
    bar: "What it was held against.",
    reviews: "Quarterly reviews in a row that agree.",
    event: "What webhooks are told.",
  },
  examples: {
    promotion: {
      proposalId: "2026-q3-anna-berger",
      agentId: "anna-berger",
      quarter: "2026-Q3",
      from: "C",
      to: "B",
      kind: "promotion",
      level: 0.24,
      bar: 0.22,
      reviews: 2,
      figures: { assigned: 61, converted: 14, conversion: 0.2295, adjustedConversion: 0.24 },
      status: "open",
      proposedAt: "2026-10-01T03:00:00.000Z",
      event: "agent.tierProposed",
    },
  },
};

const decision: NamedSchema = {
  id: "TierDecision",
  side: "request",
  schema: tierDecisionInput,
  description: "Why: with a change the agent reads it.",
  examples: { later: { reason: "Let us wait for the autumn" } },
};

const page = pageOf(proposal);

const decide = (id: string, summary: string, description: string) => ({
  id,
  summary,
  description,
  body: { schema: decision, required: false },
  answers: { 200: { description: "The proposal as it is now.", schema: proposal } },
  problems: [404, 409, 412] as const,
});

export const tiers: Resource = {
  tag: "Tiers",
  about: "Performance tiers A, B and C are reviewed each quarter (C4). Nobody moves silently.",
  schemas: [tiersAnswer, proposal, page, decision],
  operations: {
    "GET /v1/tiers": {
      id: "getTiers",
      summary: "The tiers, their top performers, and the own way upward",
      description: "Everybody sees who converts most, by tier and by team; the own way only the agent.",
      answers: { 200: { description: "All tiers and teams.", schema: tiersAnswer } },
      localized: true,
    },
    "GET /v1/tiers/proposals": {
      id: "listTierProposals",
      summary: "Who should change the tier",
      query: [
        ...paging(500, 100),
        {
          name: "status",
          description: "Only those that are `open`, `confirmed`, `refused`, or `superseded` by a later review.",
          schema: { type: "string", enum: [...tierProposal.shape.status.options] },
        },
      ],
      answers: { 200: { description: "In order of quarter and agent.", schema: page } },
    },
    "POST /v1/tiers/proposals/{id}/confirm": decide(
      "confirmTierProposal",
      "Change the tier as proposed",
      "Counts from the very next lead. 409 when the tier was changed by hand meanwhile, or the proposal was refused or superseded.",
    ),
    "POST /v1/tiers/proposals/{id}/refuse": decide(
      "refuseTierProposal",
      "Leave the tier as it is",
      "The next review proposes it again if the figures still say so. A proposal that nobody decides ends with that review.",
    ),
  },
};
