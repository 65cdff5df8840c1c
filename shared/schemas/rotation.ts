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

/**
 * One place in a rotation. `weight` is a whole number of ten-thousandths of an equal share: 10,000 is one turn in a
 * round, 15,000 is 1.5× (C2), 3,333 every third turn (ramp, C3).
 */
const member = z.strictObject({
  agentId: z.string(),
  weight: z.number().int().positive(),
  tier: z.string().optional(),
});
export type Member = Readonly<z.infer<typeof member>>;

/** A performance tier's part of the pool's leads (C4), in any one scale: 40 / 35 / 25. */
const tier = z.strictObject({ tier: z.string(), share: z.number().int().positive() });
export type Tier = Readonly<z.infer<typeof tier>>;

/**
 * The members of a pool during one epoch, in the order in which ties are broken. With `tiers`, each member stands in the
 * tier it names; one who names none of them stands in the last, so that a newcomer is never left without turns.
 */
const roster = z.strictObject({
  members: z.array(member).readonly(),
  tiers: z.array(tier).readonly().optional(),
});
export type Roster = Readonly<z.infer<typeof roster>>;

/**
 * What a pool remembers of one agent or tier. `credit` is the due share not received so far, in 720,720ths of a lead
 * (below 0: had before it was due); `received` counts tickets over the whole life. Due was `received` plus the credit.
 */
const account = z.strictObject({ credit: z.number().int(), received: z.number().int() });
export type Account = Readonly<z.infer<typeof account>>;
const accounts = z.record(z.string(), account);
export type Accounts = Readonly<z.infer<typeof accounts>>;

/** The accounts of everyone ever seen, by agent id and by tier: those away stay in it unchanged until they return. */
const credits = z.strictObject({ members: accounts, tiers: accounts });
export type Credits = Readonly<z.infer<typeof credits>>;

/**
 * One epoch's roster, written before the epoch opens and never changed. It cannot hold its own credits, since tickets of
 * the epoch before are drawn until the moment of opening: they follow from `base`, that epoch, and the sequence's `prevN`
 * (or the next epoch's `base.prevN`). So anyone can work out and replay every ticket.
 */
export const poolEpoch = z.strictObject({
  epoch: z.number().int().positive(),
  rosterId: z.string(),
  openedAt: instantMs,
  roster,
  /** Members left out because they were full. */
  full: z.array(z.string()).readonly().optional(),
  /** Leads returned as bad, for which the agent gets another one. */
  extraTurns: z
    .array(z.strictObject({ agentId: z.string(), leadId: z.string() }))
    .readonly()
    .optional(),
  base: z
    .strictObject({
      epoch: z.number().int().positive(),
      rosterId: z.string(),
      /** How many tickets the epoch before `base` drew. */
      prevN: z.number().int().nonnegative(),
      roster,
      /** At the start of `base`. */
      credits,
    })
    .optional(),
});
export type PoolEpoch = Readonly<z.infer<typeof poolEpoch>>;
