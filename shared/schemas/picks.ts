import * as z from "zod";
import { instantMs, leadId, slug, temperature } from "./primitives.ts";

/** A lead that the agent picked: what quotas and ratios count (E4, E6). */
export const claim = z.strictObject({
  leadId,
  /** Epoch ms. */
  at: instantMs,
  temperature,
  /** It was aged or cold when it was picked. */
  aged: z.literal(true).optional(),
  /** Not yet found in the lead: it counts, and is dropped if the lead does not become the agent's. */
  pending: z.literal(true).optional(),
});
export type Claim = z.infer<typeof claim>;

/**
 * One agent's picking: what the guard rails look at (section E). Replaced by condition on `revision`, so that of two claims
 * at once the second sees the first. What lies back further than any rule looks is left out.
 */
export const picks = z.strictObject({
  agentId: slug,
  /** How often it was written; 0: never. */
  revision: z.number().int().nonnegative(),
  /** Oldest first. */
  claims: z.array(claim).default([]),
  /** Picked leads that were not contacted in time in the last seven days; each once. */
  misses: z.array(z.strictObject({ leadId, at: instantMs })).default([]),
  /** Since when the agent looks through the list; kept until a claim or the cool-down's end. */
  browsingSince: instantMs.optional(),
  /** The lead whose details are open, until then at most; the cool-down counts from there (E2). */
  holding: z.strictObject({ leadId, until: instantMs }).optional(),
  /** What was opened lately, given back or not: a lead has one window for each agent, and then the cool-down (E2). */
  opened: z.array(z.strictObject({ leadId, until: instantMs })).optional(),
  suspension: z
    .strictObject({ from: instantMs, until: instantMs, reason: z.enum(["misses", "acceptance"]) })
    .optional(),
  /** E5: 1 picks first; the week in which it was worked out. */
  access: z.strictObject({ tier: z.union([z.literal(1), z.literal(2), z.literal(3)]), at: instantMs }).optional(),
});
export type Picks = z.infer<typeof picks>;

/** Of an agent who has never picked anything. */
export const noPicks = (agentId: string): Picks => ({ agentId, revision: 0, claims: [], misses: [] });
