import * as z from "zod";
import { slug } from "./primitives.ts";

/** Why an agent was left out, or what became of the offer. */
export const skipReason = z.enum([
  "away",
  "paused",
  "inactive",
  "capacity",
  "hours",
  "skill",
  "territory",
  "declined",
  "timedOut",
  "tier",
  "quota",
  "suspended",
  "probation",
  "control",
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

/** The routing result with its trace (F6). The stored one keeps the chosen, the five nearest, and counts by reason. */
export const decision = z.strictObject({
  ruleId: z.string(),
  method: z.string(),
  poolId: z.string().optional(),
  ticket: ticket.optional(),
  gone: z.array(goneTicket).optional(),
  chosen: z.array(slug),
  considered: z.array(considered),
  /** Left out of `considered`: how many agents by reason (`eligible` for those who could have). */
  others: z.record(z.string(), z.number().int()).optional(),
  rules: z.array(z.strictObject({ ruleId: z.string(), matched: z.boolean(), why: z.string() })),
  /** How it came to no agent, when it did. */
  outcome: z.enum(["agent", "pooled", "queued", "nurture"]),
  planVersion: z.number().int().positive(),
});
/** As stored. The API adds `summary`, one sentence in the reader's language. */
export type Decision = z.infer<typeof decision>;
