import * as z from "zod";
import { isoInstant, leadId, slug } from "../../../schemas/primitives.ts";
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
    complaints: count(),
  }),
  description: "What one agent picked, beside what was assigned to the agent (E8). Scores are those at that moment.",
  fields: {
    minutesToClaim: "Median, from when the agent could take a lead (by the present access tier) until the claim.",
    minutesClaimToContact:
      "Mean, from the claim to the first contact, in opening time where the plan's SLA counts that; a lead that nobody reached counts with its wait once that is over four hours and over the plan's `contactWithin`.",
    sources: "Picked leads by source.",
    companySizes: "Picked leads by the company's employees: `1-9`, `10-49`, `50-249`, `250+`, `unknown`.",
    aged: "Picked leads that were aged (the plan's `agedAfter`) or cold.",
    complaints: "How often the agent complained about how a lead was given out (F4).",
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
    all: z.strictObject({ picked: quality, assigned: quality, complaints: count() }),
    items: z.array(pickRow.schema),
    complaints: z.array(
      z.strictObject({
        leadId,
        at: isoInstant,
        agentId,
        about: z.number().int().positive().optional(),
        ruleId: z.string().optional(),
        method: z.string().optional(),
        decidedBy: slug.optional(),
        reason: z.string().optional(),
      }),
    ),
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
        z.strictObject({ kind: z.literal("complaints"), complaints: count(), agents: count(), ...warning }),
      ]),
    ),
  }),
  description:
    "How agents pick (E8). Warnings: an agent takes only scores above 80, never takes a source (that chance would have brought), makes contact more than four hours after the claim on average, or converts picked leads no better than all others the assigned ones; 30 % of the leads lay in the pool for more than a day; a fifth of the agents takes 60 % of the leads; those who convert most get leads 15 points better than those who convert least; somebody complained. Too few leads give no warning.",
  fields: {
    leads: "Received in the time and somebody's to win.",
    posted: "Of these, how many lay in the pool.",
    claims: "How often one was picked.",
    complaints:
      "About the leads of the time, picked or not, latest first: who complains, about which version of which lead, by which rule and method it came about and who decided, if a person did, and why (left out for whoever decided, and once the lead is erased).",
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
        complaints: 1,
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
          complaints: 0,
        },
        {
          agentId: "paul-winter",
          picked: { leads: 0, contacted: 0, converted: 0 },
          assigned: { leads: 0, contacted: 0, converted: 0 },
          sources: {},
          companySizes: {},
          aged: 0,
          complaints: 1,
        },
      ],
      complaints: [
        {
          leadId: "ld_01KA6V8QJ3M5T7W9Y2B4D6F8H0",
          at: "2026-11-20T08:02:10.000Z",
          agentId: "paul-winter",
          about: 3,
          ruleId: "picks",
          method: "cherryPick",
          reason: "Gone before I could open the list, for the third time this week",
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
        {
          kind: "complaints",
          complaints: 1,
          agents: 1,
          text: "One complaint by one person about how leads are given out. Read the reasons (complaints) and answer them, even when all other figures look good.",
        },
      ],
    },
  },
};
