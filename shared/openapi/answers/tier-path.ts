import * as z from "zod";
import { isoInstant } from "../../schemas/primitives.ts";
import { tierName } from "../../schemas/tier.ts";

const count = z.number().int().nonnegative();

const target = z.strictObject({
  tier: tierName,
  bar: z.number(),
  missing: z.number(),
  reviews: z.strictObject({ done: z.number().int(), needed: z.number().int() }),
});
const leads = { assigned: z.number().int(), needed: z.number().int() };
const coaching = z.strictObject({
  ...{ aim: tierName, keeps: z.boolean(), level: z.number(), bar: z.number(), assigned: count, deals: count },
  points: z.array(
    z.strictObject({
      metric: z.enum(["minutesToContact", "appointmentRate", "averageDeal"]),
      value: z.number(),
      usual: z.number(),
    }),
  ),
  text: z.string(),
});

/** An agent's way through the tiers, as the agent sees it (C4). */
export const tierPath = z.strictObject({
  place: z.enum([...tierName.options, "newcomer"]),
  level: z.number().optional(),
  leads: z.strictObject(leads),
  next: target.optional(),
  hold: target.optional(),
  newcomer: z.strictObject({ ...leads, until: isoInstant.optional() }).optional(),
  text: z.string(),
  coaching: coaching.optional(),
});
