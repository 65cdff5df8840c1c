import * as z from "zod";
import { instantMs, slug } from "../primitives.ts";

/**
 * An agent's complaint about how the lead was given out (F4). Free text, so it lies with the person's data and goes with
 * it (H4).
 */
export const complaint = z.strictObject({
  /** The lead's version that it made; names it. */
  version: z.number().int().positive(),
  at: instantMs,
  by: slug,
  /** The version whose decision it is about. */
  about: z.number().int().positive(),
  /** Who made that decision, if a person did: what is written about it is not for them. */
  decidedBy: slug.optional(),
  reason: z.string().max(500),
});
export type Complaint = z.infer<typeof complaint>;
