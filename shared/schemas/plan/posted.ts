import * as z from "zod";
import { leadFacts } from "../lead/lead-input.ts";
import { instantMs, slug } from "../primitives.ts";

/** A lead in the pool that a method posted there (C9): which one, and what its claim group looks at of the lead. */
export const posted = z.strictObject({
  /** The rule, or `<rule>/<part>` in a mix: its method says who may claim, and who is asked when nobody does. */
  rule: z.string(),
  /** To be picked: whoever claims it does so between the guard rails (C10). */
  pick: z.literal(true).optional(),
  /** When that began, whoever has looked at it or was asked since. */
  at: instantMs.optional(),
  /** Not posted yet: until then, epoch ms, the rule's `assignFirst` has it offered (E7). */
  firstUntil: instantMs.optional(),
  areas: z.array(slug).optional(),
  facts: leadFacts
    .pick({ language: true, interest: true, propertyType: true, product: true, company: true })
    .optional(),
  /** How often it was routed again because nobody had taken it. */
  recycled: z.number().int().positive().optional(),
});
export type Posted = z.infer<typeof posted>;
