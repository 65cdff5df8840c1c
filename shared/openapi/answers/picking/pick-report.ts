import * as z from "zod";
import { isoInstant, slug } from "../../../schemas/primitives.ts";
import type { NamedSchema } from "../../resource.ts";

const count = () => z.number().int().nonnegative();
const part = () => z.number().min(0).max(1);

const quality = z.strictObject({
  leads: count(),
  meanScore: z.number().optional(),
  contacted: count(),
  converted: count(),
  conversion: part().optional(),
});

export const pickRow: NamedSchema = {
  id: "PickRow",
  side: "answer",
  schema: z.strictObject({
    agentId: slug,
    picked: quality,
    assigned: quality,
    minutesToClaim: z.number().nonnegative().optional(),
    minutesClaimToContact: z.number().nonnegative().optional(),
    sources: z.record(slug, count()),
    companySizes: z.record(z.string(), count()),
    aged: count(),
  }),
  description: "What one agent picked, beside what was assigned to the agent (E8). Scores are those at that moment.",
  fields: {
    minutesToClaim: "Median, from when the agent could take a lead (by the present access tier) until the claim.",
    minutesClaimToContact:
      "Mean, from the claim to the first contact, in opening time where the plan's SLA counts that; a lead that nobody reached counts with its wait once that is over four hours and over the plan's `contactWithin`.",
    sources: "Picked leads by source.",
    companySizes: "Picked leads by the company's employees: `1-9`, `10-49`, `50-249`, `250+`, `unknown`.",
    aged: "Picked leads that were aged (the plan's `agedAfter`) or cold.",
  },
};

const agentId = slug;
const claims = count();
const warning = { text: z.string() };

export const pickReportAnswer: NamedSchema = {
  id: "PickReport",
  side: "answer",
  schema: z.strictObject({
    from: isoInstant,
    to: isoInstant,
    leads: count(),
    posted: count(),
    claims,
    all: z.strictObject({ picked: quality, assigned: quality }),
    items: z.array(pickRow.schema),
    warnings: z.array(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("onlyHighScores"), agentId, claims, lowest: z.number(), ...warning }),
        z.strictObject({
          ...{ kind: z.literal("neverTakesSource"), agentId, sourceId: slug, claims, part: part(), ...warning },
        }),
        z.strictObject({ kind: z.literal("slowContact"), agentId, claims, minutes: z.number(), ...warning }),
        z.strictObject({
          ...{ kind: z.literal("noBetter"), agentId, claims, conversion: part(), others: part(), ...warning },
        }),
        z.strictObject({ kind: z.literal("unclaimed"), posted: count(), late: count(), part: part(), ...warning }),
        z.strictObject({
          ...{ kind: z.literal("concentrated"), agents: count(), top: count(), claims, part: part(), ...warning },
        }),
        z.strictObject({ kind: z.literal("unevenQuality"), best: z.number(), last: z.number(), ...warning }),
      ]),
    ),
  }),
  description:
    "How agents pick (E8). Warnings: an agent takes only scores above 80, never takes a source (that chance would have brought), makes contact more than four hours after the claim on average, or converts picked leads no better than all others the assigned ones; 30 % of the leads lay in the pool for more than a day; a fifth of the agents takes 60 % of the leads; those who convert most get leads 15 points better than those who convert least. Too few leads give no warning.",
  fields: {
    leads: "Received in the time and somebody's to win.",
    posted: "Of these, how many lay in the pool.",
    claims: "How often one was picked.",
    warnings: "Each with its figures and, in the reader's language, what it means and what to do.",
  },
  examples: {
    one: {
      from: "2026-10-23T08:00:00.000Z",
      to: "2026-11-22T08:00:00.000Z",
      leads: 60,
      posted: 40,
      claims: 12,
      all: {
        picked: { leads: 12, meanScore: 88, contacted: 11, converted: 2, conversion: 0.1667 },
        assigned: { leads: 20, meanScore: 61, contacted: 18, converted: 4, conversion: 0.2 },
      },
      items: [
        {
          agentId: "anna-berger",
          picked: { leads: 12, meanScore: 88, contacted: 11, converted: 2, conversion: 0.1667 },
          assigned: { leads: 0, contacted: 0, converted: 0 },
          minutesToClaim: 1.5,
          minutesClaimToContact: 22,
          sources: { website: 12 },
          companySizes: { "50-249": 9, unknown: 3 },
          aged: 0,
        },
      ],
      warnings: [
        {
          kind: "onlyHighScores",
          agentId: "anna-berger",
          claims: 12,
          lowest: 82,
          text: "Anna Berger only takes leads above 80 points: 12 leads, none below 82. A ratio in the plan (ratios) brings others along.",
        },
      ],
    },
  },
};
