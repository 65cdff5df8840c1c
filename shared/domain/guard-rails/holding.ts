import type { Picks } from "../../schemas/picks.ts";
import type { CherryPick } from "../../schemas/plan/cherry-pick.ts";
import { durationMs } from "../time/durations.ts";

/** A lead whose details the agent has open, until then at most (epoch ms). */
export type Holding = NonNullable<Picks["holding"]>;

/** The lead the agent has open at `now`; undefined when there is none, or its window is over (E2). */
export function holdingNow({ holding }: Picks, now: number): Holding | undefined {
  return holding !== undefined && now < holding.until ? holding : undefined;
}

/**
 * The same picks with what follows from a window that ran out: the cool-down from its end (E2). Whoever looks at an agent's
 * picks looks at these, so nothing has to be written when the time is up.
 */
export function withHoldOver(picks: Picks, { windows }: Pick<CherryPick, "windows">, now: number): Picks {
  const { holding, ...rest } = picks;
  if (holding === undefined || now < holding.until) return picks;
  const coolDown = windows === false ? 0 : durationMs(windows.coolDown);
  return { ...rest, coolDownUntil: Math.max(holding.until + coolDown, picks.coolDownUntil ?? 0) };
}

/** The details of a lead are open: its window takes the place of the list's. */
export function afterOpen(picks: Picks, holding: Holding): Picks {
  const { browsingSince, ...rest } = picks;
  return { ...rest, revision: picks.revision + 1, holding };
}

/** The lead is not open after all, or no longer, without a cool-down; undefined when another one is, or none. */
export function withoutHolding(picks: Picks, leadId: string): Picks | undefined {
  if (picks.holding?.leadId !== leadId) return undefined;
  const { holding, ...rest } = picks;
  return { ...rest, revision: picks.revision + 1 };
}
