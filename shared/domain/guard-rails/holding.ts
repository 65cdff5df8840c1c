import type { Picks } from "../../schemas/picks.ts";
import { next } from "./changes.ts";
import type { Look } from "./obstacle-to-pick.ts";
import { detailsWindow } from "./windows.ts";

/** A lead whose details the agent has open, until then at most (epoch ms). */
export type Holding = NonNullable<Picks["holding"]>;

/** The lead the agent has open now; undefined when there is none, or its window is over (E2). */
export function holdingNow({ picks: { holding }, now }: Pick<Look, "picks" | "now">): Holding | undefined {
  return holding !== undefined && now < holding.until ? holding : undefined;
}

/**
 * The details of a lead are open: the look through the list is over, and its window takes that one's place (E2). Who has
 * opened the lead before goes on with what is left of that window. `wanted`: with a window that begins now.
 */
export function afterOpening(look: Look, wanted: Holding): Picks & { readonly holding: Holding } {
  const { rails, now } = look;
  const { leadId } = wanted;
  const { browsingSince: _, ...rest } = look.picks;
  const before = rails.windows === false ? undefined : detailsWindow(look.picks, rails.windows, leadId, now);
  const holding = before?.phase === "open" ? { leadId, until: before.until } : wanted;
  const picks = next(look, rest);
  const others = (picks.opened ?? []).filter((each) => each.leadId !== leadId);
  return { ...picks, holding, opened: [...others, holding] };
}

/**
 * The lead did not open after all: no cool-down, and unless it was open before (`again`) its window has not begun. Undefined
 * when there is nothing to change.
 */
export function notOpened(look: Look, leadId: string, again: boolean): Picks | undefined {
  const { holding, opened = [], ...rest } = look.picks;
  const others = again ? opened : opened.filter((each) => each.leadId !== leadId);
  const other = holding?.leadId === leadId ? undefined : holding;
  if (other === holding && others.length === opened.length) return undefined;
  return next(look, { ...rest, opened: others, ...(other && { holding: other }) });
}
