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
const metric = z.enum(["minutesToContact", "appointmentRate", "averageDeal"]);
const coaching = z.strictObject({
  ...{ aim: tierName, keeps: z.boolean(), level: z.number(), bar: z.number(), assigned: count, deals: count },
  conversion: z.number().optional(),
  compared: z.array(metric),
  points: z.array(
    z.strictObject({
      metric,
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
  conversion: z.number().optional(),
  leads: z.strictObject(leads),
  next: target.optional(),
  hold: target.optional(),
  newcomer: z.strictObject({ ...leads, until: isoInstant.optional() }).optional(),
  text: z.string(),
  coaching: coaching.optional(),
});
