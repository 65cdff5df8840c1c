import * as z from "zod";
import { instantMs } from "./primitives.ts";

/** The pool's sequence item. `n` tickets are drawn in this epoch; `prevN` were in the one before. */
export const poolSequence = z.strictObject({
  epoch: z.number().int().nonnegative(),
  n: z.number().int().nonnegative(),
  prevN: z.number().int().nonnegative(),
  /** Epoch ms of the next known change of the roster. */
  validUntil: instantMs,
  rosterId: z.string(),
});
export type PoolSequence = z.infer<typeof poolSequence>;

const member = z.strictObject({
  agentId: z.string(),
  weight: z.number().int().positive(),
  tier: z.string().optional(),
});
const roster = z.strictObject({
  members: z.array(member),
  tiers: z.array(z.strictObject({ tier: z.string(), share: z.number().int().positive() })).optional(),
});
const credits = z.record(z.string(), z.number().int());

/**
 * One epoch's roster, written before the epoch opens. `base` is the epoch before it: with the sequence's `prevN` (or the
 * next epoch's `base.prevN`) anyone can compute the credits this epoch starts with, and so replay every ticket.
 */
export const poolEpoch = z.strictObject({
  epoch: z.number().int().positive(),
  rosterId: z.string(),
  openedAt: instantMs,
  roster,
  /** Members left out because they were full. */
  full: z.array(z.string()).optional(),
  base: z
    .strictObject({
      epoch: z.number().int().positive(),
      rosterId: z.string(),
      /** How many tickets the epoch before `base` drew. */
      prevN: z.number().int().nonnegative(),
      roster,
      /** Credits at the start of `base`, of everyone ever seen. */
      credits,
    })
    .optional(),
});
export type PoolEpoch = z.infer<typeof poolEpoch>;
