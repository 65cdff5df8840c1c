import type { Picks } from "../../schemas/picks.ts";
import { next } from "./changes.ts";
import type { Look } from "./obstacle-to-pick.ts";

/** A lead whose details the agent has open, until then at most (epoch ms). */
export type Holding = NonNullable<Picks["holding"]>;

/** The lead the agent has open now; undefined when there is none, or its window is over (E2). */
export function holdingNow({ picks: { holding }, now }: Pick<Look, "picks" | "now">): Holding | undefined {
  return holding !== undefined && now < holding.until ? holding : undefined;
}

/** The details of a lead are open: the look through the list is over, and its window takes that one's place (E2). */
export function afterOpening(look: Look, holding: Holding): Picks {
  const { browsingSince: _, ...rest } = look.picks;
  return { ...next(look, rest), holding };
}

/** The lead is not open after all, or no longer, without a cool-down. Undefined when another one is, or none. */
export function withoutHolding(look: Look, leadId: string): Picks | undefined {
  const { holding, ...rest } = look.picks;
  return holding?.leadId === leadId ? next(look, rest) : undefined;
}
