import * as z from "zod";
import { duration } from "../primitives.ts";

const percent = z.number().int().min(1, "every tier gets at least 1 percent").max(98);
/** A conversion, 0–1. */
const bar = z.number().gt(0, "a bar is a conversion between 0 and 1").max(1, "a bar is a conversion such as 0.22");

/**
 * C4: how performance tiers share the leads of rules whose method is `tiers`, and how agents move between them. `bars` are
 * the conversions of the tiers; `promoteAt` is the level for moving up into one, its bar when left out.
 */
export const tiersPolicy = z
  .strictObject({
    /** Percent of the leads, together 100. */
    shares: z
      .strictObject({ A: percent, B: percent, C: percent })
      .refine(({ A, B, C }) => A + B + C === 100, "the shares of A, B and C must add up to 100")
      .default({ A: 40, B: 35, C: 25 }),
    bars: z.strictObject({ A: bar.default(0.3), B: bar.default(0.2) }).prefault({}),
    promoteAt: z.strictObject({ A: bar.optional(), B: bar.optional() }).optional(),
    /** Reviews in a row that must agree before somebody moves up or down. */
    promoteAfter: z.number().int().min(1).max(8).default(2),
    /** Fewer leads than this in the 90 days say nothing about an agent. */
    minLeads: z.number().int().min(1).max(1000).default(20),
    /** `benchmark`: judged against what their sources usually convert. `sameSources`: each source rotates by itself. */
    mix: z.enum(["benchmark", "sameSources"]).default("benchmark"),
    /** `confirm`: a manager decides on each proposal. */
    review: z.enum(["confirm", "automatic"]).default("confirm"),
    /** C3: outside the tiers until so many leads were assigned and the ramp, or this long after `startedOn`, is over. */
    newcomers: z
      .strictObject({ minLeads: z.number().int().min(0).max(1000).default(50), probation: duration.optional() })
      .prefault({}),
  })
  .superRefine(({ bars, promoteAt = {} }, context) => {
    if (bars.A <= bars.B) {
      context.addIssue({ code: "custom", path: ["bars", "A"], message: "must be above the bar of B" });
    }
    for (const tier of ["A", "B"] as const) {
      const level = promoteAt[tier];
      if (level !== undefined && level < bars[tier]) {
        const message = `must not be below the bar of ${tier}: who moves up would move down again`;
        context.addIssue({ code: "custom", path: ["promoteAt", tier], message });
      }
    }
  });
export type TiersPolicy = z.infer<typeof tiersPolicy>;

/** Of a plan whose rules have tiers, but which says nothing more about them. */
export const standardTiers: TiersPolicy = tiersPolicy.parse({});
