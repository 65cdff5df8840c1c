import * as z from "zod";
import { slug, timeLimit } from "../primitives.ts";
import { poolFilter } from "./pool-filter.ts";
import { turnMethods } from "./turn-methods.ts";

const posting = {
  /** Who may claim: those of it, or everybody. */
  pool: poolFilter.optional(),
  claimWithin: timeLimit.optional(),
  /** Of which leads the claim group is told: hot ones when left out. */
  notify: z.enum(["hot", "all", "none"]).optional(),
  /** Who is asked then, in this order. */
  then: z.array(slug).min(1, "leave then out, or name at least one agent").max(10).optional(),
  managerId: slug.optional(),
  /** Routed again through the rules when nobody has taken it for so long. */
  recycleAfter: timeLimit.optional(),
};

interface Backups {
  readonly then?: readonly string[] | undefined;
  readonly managerId?: string | undefined;
  readonly claimWithin?: string | undefined;
}

function backupsHaveAWindow({ then, managerId, claimWithin }: Backups, context: z.RefinementCtx): void {
  if (claimWithin !== undefined) return;
  const message = "needs claimWithin: after that time the backups are asked";
  if (then !== undefined) context.addIssue({ code: "custom", path: ["then"], message });
  if (managerId !== undefined) context.addIssue({ code: "custom", path: ["managerId"], message });
}

/**
 * To the lead pool, where agents claim it (C9): those of `pool`, or everybody. Unclaimed after `claimWithin`, the agents of
 * `then` are asked one after the other, then the manager; without a window it lies there until somebody takes it.
 */
export const leadPool = z.strictObject({ type: z.literal("pool"), ...posting }).superRefine(backupsHaveAWindow);

/** E7: who is offered the lead before anybody may pick it. */
const assignFirst = z.strictObject({
  /** Accepted by nobody after so long, or the offers used up: posted. */
  for: timeLimit.default("PT30M"),
  method: z.discriminatedUnion("type", turnMethods).prefault({ type: "roundRobin" }),
});

/** As `pool`, and whoever claims does so between the guard rails of the plan's `cherryPick` (C10, section E). */
export const cherryPickMethod = z
  .strictObject({ type: z.literal("cherryPick"), ...posting, assignFirst: assignFirst.optional() })
  .superRefine(backupsHaveAWindow);
