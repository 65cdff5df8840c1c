import { unsold } from "../../../domain/shares/parent-status.ts";
import { recipientOf } from "../../../domain/shares/recipient.ts";
import type { LeadState } from "../../../schemas/lead/lead.ts";

const notCharged: ReadonlySet<LeadState["status"]> = new Set(["offered", "pooled", "queued", "returned", "erased"]);

/** One share as readers of the lead see it. `whole`: who has it and what it costs; for other recipients only how far it is. */
export function shareRow(state: LeadState, whole: boolean): Readonly<Record<string, unknown>> {
  const { share, status, contactedAt, reason, offer } = state;
  const seen = {
    shareId: share?.shareId,
    status,
    ...(contactedAt !== undefined && { firstContactAt: iso(contactedAt) }),
    ...(reason === unsold && { reason }),
  };
  if (!whole) return seen;
  const { price } = share ?? {};
  return {
    ...seen,
    leadId: state.leadId,
    recipient: recipientOf(state),
    ...(offer && { offer: { agentId: offer.agentId, expiresAt: iso(offer.expiresAt) } }),
    ...(price && { price, charged: !notCharged.has(status) && reason !== unsold }),
    ...(reason !== undefined && { reason }),
  };
}

const iso = (instant: number): string => new Date(instant).toISOString();
