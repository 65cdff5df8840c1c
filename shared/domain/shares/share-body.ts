import type { Decision } from "../../schemas/lead/decision.ts";
import type { LeadBody, LeadState } from "../../schemas/lead/lead.ts";
import type { GivenShares } from "../../schemas/lead/share.ts";
import { deliveryEnd } from "./delivery-time.ts";
import { idOf } from "./recipient.ts";
import { shareLeadId } from "./share-lead-id.ts";

/**
 * BODY of every share, from the parent's alone: an ordinary lead with the same person, of its own recipient, offer and
 * price. What belongs to the parent only (what the lead cost, the sender's id, notes) stays there.
 */
export function shareBodies(
  parent: LeadBody,
  state: Pick<LeadState, "temperature" | "planVersion">,
  shares: GivenShares,
): readonly LeadBody[] {
  const { first, price, externalId, notes, complaints, checklist, revision, ...sent } = parent;
  const { shares: asked, decision, ...lead } = sent;
  const { at, accept, poolRule, given } = shares;
  const decided = first.shares && decision && withoutTickets(decision);
  return given.map(({ recipient, ticket, price: costs }, i) => {
    const shareId = String(i + 1);
    return {
      ...lead,
      leadId: shareLeadId(parent.leadId, i + 1),
      temperature: state.temperature,
      share: {
        parentId: parent.leadId,
        shareId,
        among: given.length,
        poolRule,
        ...(costs && { price: costs }),
        ...("buyerId" in recipient && { buyerId: recipient.buyerId }),
      },
      ...(decided && { decision: { ...decided, chosen: [idOf(recipient)], ...(ticket && { ticket }) } }),
      first: {
        commitId: `${first.commitId}/${shareId}`,
        status: "offered" as const,
        ...("agentId" in recipient && { agentId: recipient.agentId }),
        deadlines: { accept: "buyerId" in recipient ? deliveryEnd(at) : accept },
        at,
        planVersion: state.planVersion,
      },
    };
  });
}

/** A lead that waited before it was shared keeps the decision to wait; the tickets are each share's own. */
function withoutTickets({ ticket, gone, ...decision }: Decision): Decision {
  return decision;
}
