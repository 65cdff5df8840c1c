import type { Buyer, DeliveryPayload } from "../../schemas/buyer.ts";
import type { LeadBody, LeadState } from "../../schemas/lead/lead.ts";
import type { Share } from "../../schemas/lead/share.ts";
import { durationMs } from "../time/durations.ts";

interface Delivery {
  readonly state: LeadState & { readonly share: Share };
  readonly body: LeadBody;
  readonly buyer: Buyer;
  readonly answerUrl: string;
  /** How many have the lead, this buyer included. */
  readonly recipients: number;
  /** Epoch ms. */
  readonly now: number;
}

/** What the buyer is sent about its share. */
export function deliveryPayload({ state, body, buyer, answerUrl, recipients, now }: Delivery): DeliveryPayload {
  const { shareId, price = buyer.price } = state.share;
  const iso = (instant: number) => new Date(instant).toISOString();
  return {
    type: "lead.shared",
    timestamp: iso(now),
    data: {
      leadId: state.leadId,
      shareId,
      exclusivity: body.exclusivity ?? "shared",
      recipients,
      price,
      receivedAt: iso(state.receivedAt),
      temperature: state.temperature,
      lead: body.facts,
      ...(body.consent && { consent: body.consent }),
      answerUrl,
      returnableUntil: iso(now + durationMs(buyer.returnWithin)),
    },
  };
}
