import * as z from "zod";
import { posted } from "../plan/posted.ts";
import { instantMs, leadId, money, slug, temperature } from "../primitives.ts";
import { complaint } from "./complaint.ts";
import { decision, knownThrough } from "./decision.ts";
import { leadEvent } from "./event.ts";
import { consent, engagement, leadFacts } from "./lead-input.ts";
import { givenShares, share } from "./share.ts";

export const leadStatus = z.enum([
  "nurture",
  "offered",
  "accepted",
  "contacted",
  "qualified",
  "appointment",
  "converted",
  "lost",
  "unqualified",
  "pooled",
  "held",
  "queued",
  "duplicate",
  "rejected",
  "test",
  "returned",
  "erased",
]);
export type LeadStatus = z.infer<typeof leadStatus>;

/** Epoch milliseconds; each was set by the plan version in `planVersion`. */
export const deadlines = z.strictObject({
  /** The present offer ends. */
  accept: instantMs.optional(),
  /** First contact is due (the SLA that reports measure). */
  contact: instantMs.optional(),
  /** The leader is told when nobody has made contact (hot escalation). */
  leader: instantMs.optional(),
  /** A backup agent gets the lead when nobody has made contact (hot escalation). */
  backup: instantMs.optional(),
  /** Taken back without contact. */
  reclaim: instantMs.optional(),
  /** Taken back without logged progress. */
  idle: instantMs.optional(),
  /** Open in somebody's window: back in the pool then (E2). */
  hold: instantMs.optional(),
  /** In the pool: nobody has claimed it until then, and backups are asked (C9). */
  claim: instantMs.optional(),
  /** In the pool: nobody has taken it until then, and it is routed again (C9). */
  recycle: instantMs.optional(),
  /** Ownership ends, whatever was logged. */
  ownership: instantMs.optional(),
});
export type Deadlines = z.infer<typeof deadlines>;

/**
 * The STATE item (≤1 KB), the only truth about a lead. Every commit replaces it by condition on `version` and carries
 * the events that made it. `wait` grows whenever what the lead waits for changes; `cycle` whenever its execution ends early.
 */
export const leadState = z.strictObject({
  leadId,
  version: z.number().int().positive(),
  /** Names the commit, so that a writer whose reply was lost recognises its own write. */
  commitId: z.string(),
  cycle: z.number().int().positive(),
  wait: z.number().int().positive(),
  status: leadStatus,
  temperature,
  score: z.number(),
  sourceId: slug,
  receivedAt: instantMs,
  /** Since when the lead has this status; one that somebody opens keeps its place in the pool. */
  since: instantMs,
  /** Zero: the tenant had no plan yet. */
  planVersion: z.number().int().nonnegative(),
  reason: z.string().optional(),
  ownerId: slug.optional(),
  assignedAt: instantMs.optional(),
  /** A backup or manager who was given the lead: no acceptance, no second escalation. */
  escalated: z.boolean().optional(),
  offer: z.strictObject({ agentId: slug, at: instantMs, expiresAt: instantMs }).optional(),
  /** Since when this cycle's offers run, and how many were made. */
  offers: z.strictObject({ since: instantMs, made: z.number().int() }).optional(),
  /** Agents who are not asked again: they declined, let the offer pass, or had the lead. */
  tried: z.array(slug).optional(),
  deadlines: deadlines.prefault({}),
  /** How it came into the pool; kept while backups are asked because nobody claimed it. */
  posted: posted.optional(),
  /** Who has its details open, and since when (E2). */
  held: z.strictObject({ agentId: slug, at: instantMs }).optional(),
  /** The owner took the lead from the pool then. */
  claimedAt: instantMs.optional(),
  /** The owner picked it (C10): no contact in time counts as a miss (E3). */
  picked: z.literal(true).optional(),
  contactedAt: instantMs.optional(),
  attempts: z.strictObject({ count: z.number().int(), first: instantMs, last: instantMs }).optional(),
  progressAt: instantMs.optional(),
  /** A leader leaves the lead with its owner until then, however long it was there (D3). */
  prolongedTo: instantMs.optional(),
  /** The progressive rules that have brought in a specialist (C16). */
  specialists: z.array(slug).optional(),
  appointmentAt: instantMs.optional(),
  /** Who made that appointment: an ISA's is measured apart (C6). */
  appointmentBy: slug.optional(),
  /** The ISA who qualified the lead and handed it over (C6). */
  isaId: slug.optional(),
  /** When that was; left out again when the lead comes back to its ISA. */
  handedOverAt: instantMs.optional(),
  value: money.optional(),
  /** Reported as bad, and not decided yet (A6). */
  returnAsked: z.strictObject({ by: slug, at: instantMs, reason: z.string() }).optional(),
  duplicateOf: leadId.optional(),
  /** C11: the lead was shared; nobody has it itself. */
  shares: givenShares.optional(),
  /** C11: it is one share of another lead. */
  share: share.optional(),
  events: z.array(leadEvent).min(1),
  /** Hashes of the latest Idempotency-Keys with the hash of their bodies, newest last (at most 3). */
  keys: z.array(z.strictObject({ key: z.string(), body: z.string(), at: instantMs })).optional(),
});
export type LeadState = z.infer<typeof leadState>;

export const interest = z.enum(["buyer", "seller", "renter", "landlord", "investor", "other"]);

/** What intake standardised (A2): the same fields as were sent, in the product's own values. */
export const normalisedFacts = leadFacts.extend({
  interest: interest.optional(),
  timeline: z.enum(["now", "3m", "6m", "12m", "unknown"]).optional(),
});
export type NormalisedFacts = z.infer<typeof normalisedFacts>;

export const scorePart = z.strictObject({ points: z.number(), why: z.string() });
export type ScorePart = z.infer<typeof scorePart>;

/** What STATE's first version holds beyond the rest of BODY. */
export const firstOutcome = z.strictObject({
  commitId: z.string(),
  status: leadStatus,
  reason: z.string().optional(),
  /** How it came into the pool. */
  posted: posted.optional(),
  /** To whom it was offered, or given without an offer (`direct`). */
  agentId: slug.optional(),
  /** Who had this person before (C12), while nobody has the lead: asked first when it is handed over or drained. */
  knownTo: slug.optional(),
  /** Through what, if not an earlier lead. */
  knownThrough: knownThrough.optional(),
  /** The person's latest lead before this one, by e-mail and by phone: while nobody has this one, those tell who has them. */
  earlier: z.array(leadId).optional(),
  direct: z.boolean().optional(),
  deadlines: deadlines.prefault({}),
  duplicateOf: leadId.optional(),
  /** When it was decided, if later than the receipt (a share of a lead that had to wait). */
  at: instantMs.optional(),
  shares: givenShares.optional(),
  /** Zero: the tenant had no plan yet. */
  planVersion: z.number().int().nonnegative(),
});
export type FirstOutcome = z.infer<typeof firstOutcome>;

export const leadNote = z.strictObject({ at: instantMs, by: slug, text: z.string().max(2000) });
export type LeadNote = z.infer<typeof leadNote>;

/** The BODY item, written once at intake: person, consent, facts, decision. STATE's first version follows from it alone. */
export const leadBody = z.strictObject({
  leadId,
  sourceId: slug,
  externalId: z.string().optional(),
  receivedAt: instantMs,
  /** How often it was rewritten; left out until it first is. Every rewrite is by condition on it. */
  revision: z.number().int().positive().optional(),
  facts: normalisedFacts,
  /** Area ids the lead lies in. */
  areas: z.array(slug).optional(),
  consent: consent.optional(),
  engagement: z.array(engagement).optional(),
  attribution: z.record(z.string(), z.string()).optional(),
  exclusivity: z.enum(["exclusive", "shared"]).optional(),
  /** How many recipients the sender allows (C11). */
  shares: z.number().int().positive().optional(),
  share: share.optional(),
  submittedAt: instantMs.optional(),
  senderScore: z.number().optional(),
  accountId: z.string().optional(),
  price: money.optional(),
  flags: z.array(z.string()).optional(),
  /** What agents wrote down with a contact or feedback, newest last. Personal data: here, never in the history. */
  notes: z.array(leadNote).optional(),
  /** What agents complained about, oldest first (F4). */
  complaints: z.array(complaint).optional(),
  /** The handover criteria as last found (C6). */
  checklist: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])).optional(),
  score: z.strictObject({ total: z.number(), parts: z.array(scorePart) }),
  /** The score as engagement has moved it since (B3); `score` stays what the sender was told. */
  rescored: z.strictObject({ total: z.number(), parts: z.array(scorePart) }).optional(),
  temperature,
  decision: decision.optional(),
  /** What intake decided: STATE's first version, and the sender's answer, are rebuilt from it. */
  first: firstOutcome,
  /** Epoch seconds; rejected leads go after 30 days. */
  expiresAt: z.number().int().optional(),
});
export type LeadBody = z.infer<typeof leadBody>;
