import * as z from "zod";
import { isoInstant, leadId } from "../primitives.ts";

/** Body of `POST /v1/engagement`: what a person did, and one of three ways to say who it was. */
export const engagementInput = z
  .strictObject({
    leadId: leadId.optional(),
    externalId: z.string().trim().min(1).max(200).optional(),
    email: z.string().trim().min(3).max(254).optional(),
    type: z.string().trim().min(1).max(64),
    /** Now, when left out. */
    at: isoInstant.optional(),
    detail: z.string().trim().max(500).optional(),
  })
  .refine(({ leadId, externalId, email }) => Boolean(leadId ?? externalId ?? email), {
    path: ["leadId"],
    error: "give leadId, externalId or email, so that the lead can be found",
  });
export type EngagementInput = z.infer<typeof engagementInput>;
