import * as z from "zod";
import { isoInstant, money, slug, storable } from "../primitives.ts";

const reason = z.string().trim().min(1, "give a reason").max(500);
const note = z.string().trim().max(2000);

/** Bodies of `POST /v1/leads/{id}/…`, by action. */
export const leadActionInputs = {
  accept: z.strictObject({}),
  decline: z.strictObject({ reason }),
  claim: z.strictObject({}),
  open: z.strictObject({}),
  contact: z.strictObject({
    channel: z.enum(["call", "sms", "email", "meeting", "whatsapp"]),
    /** Only `reached` is contact; every other outcome is an attempt (D3). */
    outcome: z.enum(["reached", "noAnswer", "wrongNumber", "leftMessage"]),
    note: note.optional(),
  }),
  qualify: z.strictObject({
    /** The handover criteria and what was found (C6): income verified, pre-approval, time frame, … */
    checklist: z
      .record(z.string().min(1).max(64), z.union([z.boolean(), storable, z.string().max(500)]))
      .refine((found) => Object.keys(found).length <= 50, "at most 50 criteria")
      .optional(),
  }),
  handover: z.strictObject({ to: slug.optional(), reason: reason.optional() }),
  appointment: z.strictObject({ at: isoInstant, outcome: z.enum(["kept", "noShow"]).optional() }),
  convert: z.strictObject({ value: money }),
  lose: z.strictObject({ reason }),
  unqualify: z.strictObject({ reason }),
  feedback: z.strictObject({ rating: z.number().int().min(1).max(5), comment: note.optional() }),
  engagement: z.strictObject({ type: z.string().trim().min(1).max(64), detail: z.string().trim().max(500).optional() }),
  assign: z.strictObject({ agentId: slug, reason }),
  /** `refuse`: the leader finds nothing wrong with a lead that was reported. */
  return: z.strictObject({ reason, refuse: z.boolean().optional() }),
  /** About how the lead was given out, whoever has it (F4). */
  complain: z.strictObject({ reason }),
} as const;

type Inputs = typeof leadActionInputs;
export type LeadActionType = keyof Inputs;

/** One action with its checked input. */
export type LeadAction = {
  [T in LeadActionType]: { readonly type: T; readonly input: z.infer<Inputs[T]> };
}[LeadActionType];
