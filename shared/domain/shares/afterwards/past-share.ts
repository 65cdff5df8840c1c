import type { LeadEvent } from "../../../schemas/lead/event.ts";
import type { LeadState } from "../../../schemas/lead/lead.ts";

/**
 * Why a buyer who was sent a share has nothing to do with it any more. `returned`, `declined`: the buyer's own word;
 * `takenBack`: the seller's; `passedOver`: the buyer did not answer in time; `erased`: the person wants to be forgotten;
 * `gone`: one of these, and the history is a moment behind.
 */
export type Past = "returned" | "takenBack" | "declined" | "passedOver" | "erased" | "gone";

const pastOfEvent: Partial<Record<LeadEvent["type"], Past>> = {
  "lead.returned": "returned",
  "lead.declined": "declined",
  "lead.offerExpired": "passedOver",
};

/**
 * What became of the share for this buyer, from all that happened to it; undefined while it is theirs, or was returned by
 * themselves and is nobody else's. Who has it now is not told (C11).
 */
export function pastShare(
  { status, share }: Pick<LeadState, "status" | "share">,
  events: readonly LeadEvent[],
  buyerId: string,
): Past | undefined {
  if (status === "erased") return "erased";
  if (share?.buyerId === buyerId) {
    const back = status === "returned" ? events.findLast(({ type }) => type === "lead.returned") : undefined;
    return back !== undefined && back.buyerId === undefined ? "takenBack" : undefined;
  }
  const last = events.findLast((event) => event.buyerId === buyerId && event.type in pastOfEvent);
  return (last && pastOfEvent[last.type]) ?? "gone";
}
