import * as z from "zod";
import { leadInput } from "./lead-input.ts";
import { planInput } from "./plan.ts";
import { slug } from "./primitives.ts";

/** Body of `POST /v1/plan/preview`. */
export const planPreviewRequest = z.strictObject({
  /** As for `POST /v1/leads`, but nobody need be reachable. */
  lead: z.strictObject(leadInput.shape),
  /** A plan that is not saved yet. */
  plan: planInput.optional(),
  source: slug.optional(),
  /** Who has this person already. */
  ownerId: slug.optional(),
});
