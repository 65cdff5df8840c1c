import type { LeadEvent } from "../../../schemas/lead/event.ts";

/** What a share's history says about a buyer's being told of the erasure. */
export const erasureTold = "erasureTold";
export const erasureNotTold = "erasureNotTold";

/**
 * The buyers who may have the data of a share, in the order they were asked: whoever a delivery went to, what became of it
 * aside, for who refused or returned it has read it too (H4). Not those who were passed over with the reason `unsent`.
 */
export function buyersToTell(events: readonly LeadEvent[], unsent: string): readonly string[] {
  const asked = events.flatMap(({ type, buyerId }) => (type === "lead.offered" && buyerId ? [buyerId] : []));
  const spared = new Set(events.flatMap(({ reason, buyerId }) => (reason === unsent && buyerId ? [buyerId] : [])));
  return [...new Set(asked)].filter((buyerId) => !spared.has(buyerId));
}

/** Whether the buyer was told already, or could not be. */
export function isErasureSettled(events: readonly LeadEvent[], buyerId: string): boolean {
  return events.some(
    (event) => event.buyerId === buyerId && (event.outcome === erasureTold || event.outcome === erasureNotTold),
  );
}
