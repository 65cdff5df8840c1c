import type { Claim, Picks } from "../../schemas/picks.ts";
import type { CherryPick } from "../../schemas/plan/cherry-pick.ts";
import { day, durationMs, hour } from "../time/durations.ts";
import { weekAround } from "../time/local-periods.ts";
import type { Look } from "./obstacle-to-pick.ts";
import { listWindow } from "./windows.ts";

/** A miss is known for so long (E3): misses count together, and the lead is not picked again by whoever missed it. Ms. */
export const MISSES_WINDOW = 7 * day;

/** A claim on its way: it counts from now on, and is looked for in the lead later (`settled`). */
export function afterPick(look: Look, claim: Omit<Claim, "at" | "pending">): Picks {
  const { claims, browsingSince: _, holding, ...rest } = look.picks;
  const open = holding !== undefined && holding.leadId !== claim.leadId && { holding };
  const others = withoutPending(claims, claim.leadId);
  return next(look, { ...rest, ...open, claims: [...others, { ...claim, at: look.now, pending: true }] });
}

/** Without a claim of this lead that is on its way: a repeat, after a lost answer or by a second tap, counts once. */
export function withoutPending(claims: readonly Claim[], leadId: string): Claim[] {
  return claims.filter((claim) => claim.pending !== true || claim.leadId !== leadId);
}

/** The claim came to nothing: somebody was faster, or there was no room. Undefined when it is not there. */
export function withoutPick(look: Look, leadId: string): Picks | undefined {
  const { claims } = look.picks;
  const others = withoutPending(claims, leadId);
  return others.length === claims.length ? undefined : next(look, { ...look.picks, claims: others });
}

/** The agent looks at the list: a window begins unless one is open, there or at a lead, or its cool-down runs (E2). */
export function afterListed(look: Look): Picks | undefined {
  const { picks, rails, now } = look;
  if (picks.holding !== undefined && now < picks.holding.until) return undefined;
  if (rails.windows === false || listWindow(picks, rails.windows, now) !== undefined) return undefined;
  return next(look, { ...picks, browsingSince: now });
}

/**
 * A picked lead was not contacted in time (E3); recorded once for each lead while it is known. So many within seven days
 * suspend the agent; those before the latest suspension have had their consequence. Undefined: it is there already.
 */
export function afterMiss(look: Look, miss: Picks["misses"][number]): Picks | undefined {
  const { picks, rails } = look;
  if (picks.misses.some(({ leadId }) => leadId === miss.leadId)) return undefined;
  const misses = [...picks.misses, miss];
  const suspension = suspensionAfter({ ...picks, misses }, rails, miss.at);
  return next(look, { ...picks, misses, ...(suspension && { suspension }) });
}

function suspensionAfter({ misses, suspension }: Picks, rails: CherryPick, at: number): Picks["suspension"] {
  if (rails.misses === false) return undefined;
  const earlier = suspension?.reason === "misses" ? suspension.from : Number.NEGATIVE_INFINITY;
  const counting = misses.filter((each) => each.at > Math.max(at - MISSES_WINDOW, earlier));
  if (counting.length < rails.misses.suspendAfter) return undefined;
  const until = at + durationMs(rails.misses.suspension);
  return { from: at, until: Math.max(until, suspension?.until ?? 0), reason: "misses" };
}

/** The next revision, without what lies back further than any rule looks. */
export function next({ rails, zone, now }: Pick<Look, "rails" | "zone" | "now">, changed: Picks): Picks {
  const { browsingSince, holding, opened, claims, misses, revision, ...rest } = changed;
  const coolDown = rails.windows === false ? 0 : durationMs(rails.windows.coolDown);
  const still = opened?.filter(({ until }) => now < until + coolDown) ?? [];
  const looking = rails.windows !== false && listWindow(changed, rails.windows, now) !== undefined;
  return {
    ...rest,
    revision: revision + 1,
    claims: claimsThatCount(claims, rails, zone, now),
    misses: misses.filter(({ at }) => at > now - MISSES_WINDOW),
    ...(looking && browsingSince !== undefined && { browsingSince }),
    ...(holding !== undefined && now < holding.until + coolDown && { holding }),
    ...(still.length > 0 && { opened: still }),
  };
}

function claimsThatCount(claims: readonly Claim[], rails: CherryPick, zone: string, now: number): Claim[] {
  const { quotas, ratios } = rails;
  const inRow = ratios === false ? 0 : Math.max(ratios.hotPerWarm || 0, (ratios.agedOf || 1) - 1);
  const since = quotas === false ? now : Math.min(weekAround(now, zone).from, now - hour);
  return claims.filter(({ at, pending }, i) => pending === true || at >= since || i >= claims.length - inRow);
}
