import type { Picks } from "../../schemas/picks.ts";
import type { CherryPick } from "../../schemas/plan/cherry-pick.ts";
import { day, durationMs } from "../time/durations.ts";

const week = 7 * day;

/** A picked lead that was taken back because nobody had reached the person in time; `at`: then, epoch ms. */
export type Miss = Picks["misses"][number];

/** Whether the agent picked this lead before and let it go without contact: they do not pick it again (E3). */
export function hasMissed({ misses }: Pick<Picks, "misses">, leadId: string): boolean {
  return misses.some((miss) => miss.leadId === leadId);
}

/**
 * E3: the miss is remembered once, however often and in whichever order it is told; so many within a week suspend the
 * agent from picking, counted from the last of them. Misses before an earlier suspension no longer count for another one.
 * Undefined: it is known already.
 */
export function afterMiss(picks: Picks, miss: Miss, { misses: policy }: Pick<CherryPick, "misses">): Picks | undefined {
  if (picks.misses.some(({ leadId, at }) => leadId === miss.leadId && at === miss.at)) return undefined;
  const misses = [...picks.misses, miss].sort((a, b) => a.at - b.at);
  const latest = misses.at(-1)?.at ?? miss.at;
  const next = {
    ...picks,
    revision: picks.revision + 1,
    // Of the day before, too: the longest day has 25 hours.
    misses: misses.filter(({ at }) => at > latest - week - 2 * day),
  };
  if (policy === false) return next;
  const { suspension } = picks;
  const counted = misses.filter(({ at }) => at > Math.max(latest - week, lastMissCounted(suspension)));
  if (counted.length < policy.suspendAfter) return next;
  const until = Math.max(latest + durationMs(policy.suspension), suspension?.until ?? 0);
  return { ...next, suspension: { from: latest, until, reason: "misses" } };
}

function lastMissCounted(suspension: Picks["suspension"]): number {
  return suspension?.reason === "misses" ? suspension.from : 0;
}
