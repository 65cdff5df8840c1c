import * as z from "zod";
import { leadStatus } from "../../schemas/lead/lead.ts";
import type { NamedSchema } from "../resource.ts";
import { obstacle } from "./picking/picking.ts";

export const problem: NamedSchema = {
  id: "Problem",
  side: "answer",
  description: "What went wrong and how to put it right (RFC 9457).",
  schema: z.strictObject({
    type: z.url(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
    currentStatus: leadStatus.optional(),
    currentVersion: z.number().int().optional(),
    expired: z.boolean().optional(),
    taken: z.boolean().optional(),
    missing: z.array(z.strictObject({ id: z.string(), label: z.string() })).optional(),
    ...obstacle.omit({ title: true, detail: true }).partial().shape,
  }),
  fields: {
    type: "Stable name of the kind of problem.",
    errors: "Each invalid place of the request: a JSON pointer into the body, and what to do about it.",
    currentStatus: "With `/wrong-state`: the lead's status.",
    currentVersion: "With `/stale`: the stored version, if there is one.",
    expired: "The time to answer the offer was over.",
    missing: "With `/handover-incomplete`: the required criteria that are not met, in the caller's language (C6).",
    reason: "With `/guard-rail` and `/agent-unavailable`: what is in the way; the fields below say more (`Obstacle`).",
    until: "So long, then try again.",
    taken: "Somebody else claimed the lead first.",
  },
  examples: {
    invalid: {
      type: "https://fairlead.dev/problems/invalid",
      title: "Some fields need another value",
      status: 422,
      detail: "/email: give an email or a phone number, so that somebody can contact the person",
      errors: [
        {
          pointer: "/email",
          detail: "give an email or a phone number, so that somebody can contact the person",
        },
      ],
    },
    wrongState: {
      type: "https://fairlead.dev/problems/wrong-state",
      title: "Not possible in this status",
      status: 409,
      detail: "The lead is pooled; that does not allow this action.",
      currentStatus: "pooled",
    },
  },
};
