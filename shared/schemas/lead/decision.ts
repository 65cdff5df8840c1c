import * as z from "zod";
import { comparisonOp } from "../plan/condition.ts";
import { slug } from "../primitives.ts";
import { tierNames } from "../tier.ts";

/** Why an agent was left out, or what became of the offer. */
export const skipReason = z.enum([
  "away",
  "paused",
  "inactive",
  "capacity",
  "hours",
  "skill",
  "language",
  "territory",
  "declined",
  "timedOut",
  "tier",
  "quota",
  "suspended",
  "probation",
  "control",
  "unfit",
]);
export type SkipReason = z.infer<typeof skipReason>;

export const considered = z.strictObject({
  agentId: slug,
  eligible: z.boolean(),
  reason: skipReason.optional(),
  weight: z.number().optional(),
  /** Part of the pool's turns that is this agent's, 0–1. */
  share: z.number().optional(),
  received: z.number().int().optional(),
});
export type Considered = z.infer<typeof considered>;

export const ticket = z.strictObject({ epoch: z.number().int().positive(), n: z.number().int().positive() });
export type Ticket = z.infer<typeof ticket>;

/** A ticket drawn but not used by this lead, recorded so that every number is accounted for. */
export const goneTicket = ticket.extend({ agentId: slug, reason: z.string() });
export type GoneTicket = z.infer<typeof goneTicket>;

/**
 * A comparison that settled a rule: the lead field, the operator, what the plan asks for and, when the lead does not meet
 * it, what the lead has ("" when that is nothing). Facts, not words: those are made for each reader, in the own language.
 */
const settledBy = z.union([
  z.tuple([z.string(), comparisonOp, z.string()]),
  z.tuple([z.string(), comparisonOp, z.string(), z.string()]),
]);
export type SettledBy = z.infer<typeof settledBy>;

/**
 * Through what an agent has the person (C12), if not an earlier lead: the company, the first contact, or no more than the
 * offer of another lead of the person.
 */
export const knownThrough = z.enum(["offered", "account", "outbound"]);
export type KnownThrough = z.infer<typeof knownThrough>;

/** Which part of a mix had its turn, counted from 1, and which one found somebody. */
const mixDraw = z.strictObject({
  drawn: z.number().int().positive(),
  percent: z.number().int().positive(),
  /** Of the rotation between the parts; left out for a lead that had been drawn before. */
  ticket: ticket.optional(),
  took: z.number().int().positive().optional(),
});
export type MixDraw = Readonly<z.infer<typeof mixDraw>>;

/** Why a rule matched or not, and why it found nobody; empty: it has no condition. */
const ruleWhy = z.strictObject({
  by: z.array(settledBy).optional(),
  /** So many comparisons more. */
  more: z.number().int().optional(),
  /** Another reason than a comparison: about the person, the fallback, a condition of which no part can apply. */
  note: z
    .enum([
      "knownPerson",
      "knownCompany",
      "firstContact",
      "beingOffered",
      "noSuchAgent",
      "unknownPerson",
      "handedOver",
      "noRulePlaced",
      "cannotApply",
      "noArea",
      "noValue",
      "closed",
      "suspended",
    ])
    .optional(),
  /** Closed: on which day, when that is a holiday or the tenant's own closed day. */
  closedDay: z.iso.date().optional(),
  /** It matched, but nobody could take the lead: how many by reason; empty: the pool has nobody. */
  nobody: z.record(z.string(), z.number().int()).optional(),
  /** The rule's method is a mix. */
  mix: mixDraw.optional(),
  /** The rule assigns before it posts (E7): offered for now, or nobody could take it. */
  first: z.enum(["offered", "passed"]).optional(),
  /** An exception of the plan has the rule distribute in another way for now (D4). */
  exception: z.literal(true).optional(),
});
export type RuleWhy = Readonly<z.infer<typeof ruleWhy>>;

/** Where an agent stands among the tiers (C4), or still outside of them (C3). */
export const tierPlace = z.enum([...tierNames, "newcomer"]);

/** The routing result with its trace (F6). The stored one keeps the chosen, the five nearest, and counts by reason. */
export const decision = z.strictObject({
  ruleId: z.string(),
  method: z.string(),
  poolId: z.string().optional(),
  ticket: ticket.optional(),
  gone: z.array(goneTicket).optional(),
  chosen: z.array(slug),
  /** Through what the chosen agent has the person, when that decided; left out for an earlier lead. */
  knownThrough: knownThrough.optional(),
  /** By tiers (C4): where the chosen agent stands, and the part of the turns that goes there now, 0–1. */
  tier: z.strictObject({ place: tierPlace, share: z.number() }).optional(),
  considered: z.array(considered),
  /** Left out of `considered`: how many agents by reason (`eligible` for those who could have). */
  others: z.record(z.string(), z.number().int()).optional(),
  rules: z.array(z.strictObject({ ruleId: z.string(), matched: z.boolean(), why: ruleWhy })),
  /** How it came to no agent, when it did. */
  outcome: z.enum(["agent", "pooled", "queued", "nurture"]),
  planVersion: z.number().int().positive(),
});
/** As stored. */
export type Decision = z.infer<typeof decision>;

/** As answers show it: the reasons in words and all of it in one sentence, in the reader's language. */
export const toldDecision = decision.extend({
  rules: z.array(z.strictObject({ ruleId: z.string(), matched: z.boolean(), why: z.string() })),
  summary: z.string(),
});
export type ToldDecision = z.infer<typeof toldDecision>;
