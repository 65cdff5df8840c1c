import { shareLeadIds } from "../../../domain/shares/share-lead-id.ts";
import type { LeadState } from "../../../schemas/lead/lead.ts";
import type { LeadsPort } from "../../ports/ports.ts";

/**
 * The leads, and after them the shares of those that were shared: a source's list has only what the source sent, but who
 * worked on it, and by which ticket, stands in the shares (C11).
 */
export async function withShares(
  leads: Pick<LeadsPort, "states">,
  states: readonly LeadState[],
): Promise<readonly LeadState[]> {
  const ids = states.flatMap(({ leadId, shares }) => (shares === undefined ? [] : shareLeadIds(leadId, shares)));
  return ids.length === 0 ? states : [...states, ...(await leads.states(ids))];
}
