import { shareLeadIds } from "../../../domain/shares/share-lead-id.ts";
import type { LeadState } from "../../../schemas/lead/lead.ts";
import type { Ports } from "../../ports/ports.ts";

/** The shares of a lead that was shared, in their order, as they are; those not made yet are left out. */
export async function sharesOf(
  ports: Pick<Ports, "leads">,
  { leadId, shares }: Pick<LeadState, "leadId" | "shares">,
): Promise<readonly LeadState[]> {
  return shares === undefined ? [] : ports.leads.states(shareLeadIds(leadId, shares), { consistent: true });
}
