import * as z from "zod";
import { instantMs, slug } from "../primitives.ts";
import { decision, ticket } from "./decision.ts";

export const leadEventType = z.enum([
  "lead.received",
  "lead.duplicate",
  "lead.scored",
  "lead.offered",
  "lead.accepted",
  "lead.declined",
  "lead.offerExpired",
  "lead.escalated",
  "lead.reassigned",
  "lead.pooled",
  "lead.queued",
  "lead.opened",
  "lead.holdExpired",
  "lead.claimed",
  "lead.contacted",
  "lead.qualified",
  "lead.handedOver",
  "lead.appointment",
  "lead.converted",
  "lead.lost",
  "lead.unqualified",
  "lead.reclaimed",
  "lead.returned",
  "lead.feedback",
  "lead.engaged",
  "lead.complained",
  "lead.disputed",
  "lead.decided",
  "lead.updated",
  "lead.campaignStop",
  "lead.erased",
]);
export type LeadEventType = z.infer<typeof leadEventType>;

/**
 * Something that happened to a lead. Carries no personal data of the lead: it outlives an erasure (H4).
 * `actor` is `source:<id>`, `agent:<id>`, `buyer:<id>`, `timer`, or `system`.
 */
export const leadEvent = z.strictObject({
  type: leadEventType,
  at: instantMs,
  actor: z.string(),
  /** Whom it is about: offered to, accepted by, reassigned to, declined by, taken back from. */
  agentId: slug.optional(),
  /** The outside company it is about (C11). */
  buyerId: slug.optional(),
  /** Who had the lead before a reassignment. */
  fromAgentId: slug.optional(),
  reason: z.string().max(500).optional(),
  ruleId: z.string().optional(),
  method: z.string().optional(),
  poolId: z.string().optional(),
  ticket: ticket.optional(),
  /** Of a lead that was routed again, without what the lead has itself: BODY keeps only the first one (F6). */
  decision: decision.optional(),
  channel: z.string().optional(),
  outcome: z.string().optional(),
  /** Deal value, score, rating: one number, whole units. */
  value: z.number().optional(),
  currency: z.string().optional(),
  /** Another lead this one is linked to. */
  leadId: z.string().optional(),
  /** When an appointment is, epoch ms. */
  appointmentAt: instantMs.optional(),
  /** Who made the appointment whose outcome this is, if not the owner (C6). */
  madeBy: slug.optional(),
  /** The version whose decision a complaint is about (F4). */
  about: z.number().int().positive().optional(),
});
export type LeadEvent = z.infer<typeof leadEvent>;

/** One commit's events as stored in the lead's history; `from` is the version of the first. Versions count events. */
export const historyItem = z.strictObject({
  leadId: z.string(),
  from: z.number().int().positive(),
  to: z.number().int().positive(),
  events: z.array(leadEvent).min(1),
});
export type HistoryItem = z.infer<typeof historyItem>;
