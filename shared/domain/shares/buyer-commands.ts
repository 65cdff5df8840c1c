import type { LeadEvent } from "../../schemas/lead/event.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import { type Context, changed, type Decided, refused, unchanged, wrongState } from "../lifecycle/command.ts";
import { closed } from "../lifecycle/commands/close-commands.ts";
import { amended } from "../lifecycle/draft.ts";
import { type Placement, place } from "../lifecycle/place.ts";

const byBuyer = (buyerId: string, now: number, event: Omit<LeadEvent, "at" | "actor" | "buyerId">): LeadEvent => ({
  ...event,
  at: now,
  actor: `buyer:${buyerId}`,
  buyerId,
});

/** Why a delivery has nothing to do any more; undefined while the share waits for this buyer. */
function notWaiting(state: LeadState, buyerId: string): Decided | undefined {
  return state.status === "offered" && state.share?.buyerId === buyerId ? undefined : unchanged;
}

/** C11: delivered, and not refused in the answer: the share is sold, once. */
export function sellShare(state: LeadState, buyerId: string, { now }: Pick<Context, "now">): Decided {
  const stands = notWaiting(state, buyerId);
  if (stands !== undefined) return stands;
  const event = byBuyer(buyerId, now, { type: "lead.accepted" });
  return changed(
    amended(state, { status: "accepted", since: now, assignedAt: now, wait: state.wait + 1, deadlines: {} }, [event]),
  );
}

/** The buyer's answer was no, or the buyer could not be reached for good: the next recipient, in the same commit. */
export function passShareOn(
  state: LeadState,
  buyerId: string,
  why: { readonly type: "lead.declined" | "lead.offerExpired"; readonly reason: string },
  next: Placement,
  context: Context,
): Decided {
  const stands = notWaiting(state, buyerId);
  if (stands !== undefined) return stands;
  const { lead, event } = place(state, next, context, { actor: "system", afresh: true });
  return changed({ ...lead, events: [byBuyer(buyerId, context.now, why), event] });
}

export interface Return {
  readonly buyerId: string;
  readonly reason: string;
  /** End of the buyer's time for returns, epoch ms. */
  readonly until: number;
  /** The next recipient, if the share is sold again. */
  readonly next?: Placement | undefined;
}

/** Why a return changes nothing, before anybody else is chosen; undefined when it is to be done. */
export function returnStands(
  state: LeadState,
  { buyerId, until }: Pick<Return, "buyerId" | "until">,
  now: number,
): Decided | undefined {
  if (state.share?.buyerId !== buyerId) return refused({ kind: "notYours" });
  if (state.status === "returned") return unchanged;
  if (state.status !== "accepted") return wrongState(state);
  return now >= until ? refused({ kind: "shareReturnTooLate", until }) : undefined;
}

/** A bad lead comes back from its buyer, inside the time agreed: it is not charged, and sold again if the plan says so. */
export function returnShare(state: LeadState, back: Return, context: Context): Decided {
  const { buyerId, reason, next } = back;
  const stands = returnStands(state, back, context.now);
  if (stands !== undefined) return stands;
  const returned = byBuyer(buyerId, context.now, { type: "lead.returned", reason });
  if (next === undefined || next.to === "unsold") {
    return changed({ ...closed(state, "returned", context.now, [returned]), reason });
  }
  const { lead, event } = place(state, next, context, { actor: "system", afresh: true });
  return changed({ ...lead, events: [returned, event] });
}

/** B5: how good the lead was; also after it was returned. */
export function rateShare(state: LeadState, buyerId: string, rating: number, { now }: Pick<Context, "now">): Decided {
  if (state.share?.buyerId !== buyerId) return refused({ kind: "notYours" });
  if (state.status !== "accepted" && state.status !== "returned") return wrongState(state);
  return changed(amended(state, {}, [byBuyer(buyerId, now, { type: "lead.feedback", value: rating })]));
}
