import * as z from "zod";
import { isoInstant, money, slug } from "../../schemas/primitives.ts";
import { tierName } from "../../schemas/tier.ts";
import type { NamedSchema } from "../resource.ts";
import { tierPath } from "./tier-path.ts";

const count = z.number().int().nonnegative();
const place = z.enum([...tierName.options, "newcomer"]);

const performer = z.strictObject({
  ...{ agentId: slug, name: z.string(), team: slug, place },
  ...{ level: z.number(), assigned: count, converted: count },
  minutesToContact: z.number().optional(),
  appointmentRate: z.number().optional(),
  averageDeal: money.optional(),
});
const honours = { agents: count, top: z.array(performer).max(3) };

export const tiersAnswer: NamedSchema = {
  id: "TierReport",
  side: "answer",
  schema: z.strictObject({
    from: isoInstant.optional(),
    to: isoInstant.optional(),
    tiers: z.array(
      z.strictObject({ tier: place, ...honours, share: z.number().optional(), bar: z.number().optional() }),
    ),
    teams: z.array(z.strictObject({ team: slug, name: z.string(), ...honours })),
    own: tierPath.optional(),
  }),
  description:
    "The performance tiers (C4): each one's share of the leads in percent, the conversion it takes, and its top performers of the last 90 days, by conversion; the same for each team. Nobody is named who has won nothing or has too few leads to tell. No data of leads.",
  fields: {
    tiers: "Empty where the plan has no tiers.",
    own: "The caller's way, as in `GET /v1/me`, and `text` says it in words; left out for whoever no method with tiers reaches. `coaching` is there for whoever is below the bar of the own tier, or in C below that of B: `deals` more reach it, `points` are results worse than usual in that tier or above, the furthest first, `compared` what there were others' results for. `conversion` is the one without regard to the sources, where `level` is another.",
  },
  examples: {
    one: {
      from: "2026-08-24T08:00:00.000Z",
      to: "2026-11-22T08:00:00.000Z",
      tiers: [
        {
          tier: "A",
          agents: 4,
          top: [
            {
              agentId: "anna-berger",
              name: "Anna Berger",
              team: "berlin",
              place: "A",
              level: 0.36,
              assigned: 50,
              converted: 18,
              minutesToContact: 9.5,
            },
          ],
          share: 40,
          bar: 0.3,
        },
      ],
      teams: [{ team: "berlin", name: "Berlin", agents: 10, top: [] }],
      own: {
        place: "C",
        level: 0.15,
        leads: { assigned: 40, needed: 20 },
        next: { tier: "B", bar: 0.2, missing: 0.05, reviews: { done: 0, needed: 2 } },
        text: "You are in tier C; of your leads you convert 15%. Tier B takes 20% at 2 quarterly reviews in a row (0 so far).",
        coaching: {
          ...{ aim: "B", keeps: false, level: 0.15, bar: 0.2, assigned: 40, deals: 2 },
          compared: ["minutesToContact", "appointmentRate"],
          points: [{ metric: "minutesToContact", value: 95, usual: 30 }],
          text: "For tier B 5 percentage points are missing: you convert 15%, it takes 20%. With 40 leads that is 2 deals more. Make contact sooner: after 95 min on average so far, 30 in tier B. Accept only when you can call at once, and pause otherwise.",
        },
      },
    },
  },
};
