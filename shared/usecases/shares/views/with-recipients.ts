import type { CountedBody } from "../../../domain/shares/exclusivity.ts";
import { recipientsNow } from "../../../domain/shares/recipients-now.ts";
import { shareLeadId, shareLeadIds } from "../../../domain/shares/share-lead-id.ts";
import type { LeadBody, LeadState } from "../../../schemas/lead/lead.ts";
import type { Share } from "../../../schemas/lead/share.ts";
import type { Ports } from "../../ports/ports.ts";

/** The BODY with how many have the lead now (C11). One read of all shares; none for a lead that was not shared. */
export async function withRecipients(
  ports: Pick<Ports, "leads">,
  state: LeadState,
  body: LeadBody,
): Promise<CountedBody> {
  const recipients = await countRecipients(ports, state);
  return recipients === undefined ? body : { ...body, recipients };
}

/** How many have the lead now that this is, or is a share of; undefined when it was not shared. */
export async function countRecipients(
  { leads }: Pick<Ports, "leads">,
  state: Pick<LeadState, "leadId" | "share" | "shares" | "status" | "reason">,
): Promise<number | undefined> {
  const { share, shares, leadId } = state;
  if (share !== undefined) {
    return recipientsNow([state, ...(await otherShares({ leads }, { leadId, share }))], share.among);
  }
  if (shares === undefined) return undefined;
  const ids = shareLeadIds(leadId, shares);
  return recipientsNow(await leads.states(ids), ids.length);
}

/** The other shares of the lead that this is a share of, as far as they are made. */
export function otherShares(
  { leads }: Pick<Ports, "leads">,
  { leadId, share }: { readonly leadId: string; readonly share: Share },
): Promise<readonly LeadState[]> {
  const ids = Array.from({ length: share.among }, (_, i) => shareLeadId(share.parentId, i + 1));
  return leads.states(ids.filter((id) => id !== leadId));
}
