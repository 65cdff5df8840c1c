import { deliveryAnswer, deliveryPayload, erasurePayload } from "../../../schemas/buyer.ts";
import type { NamedSchema } from "../../resource.ts";

export const delivery: NamedSchema = {
  id: "BuyerDelivery",
  side: "answer",
  schema: deliveryPayload,
  description:
    "What a buyer's webhook is sent, signed as Standard Webhooks says (`webhook-id`, `webhook-timestamp`, `webhook-signature`). A repeat has the same `webhook-id`. Any 2xx takes the share, unless the answer says otherwise (`BuyerDeliveryAnswer`).",
  examples: {
    share: {
      type: "lead.shared",
      timestamp: "2026-11-23T09:00:01.000Z",
      data: {
        leadId: "ld_01KA6V8QJ3M5T7W9Y2B4D6F8H0",
        shareId: "2",
        exclusivity: "shared",
        recipients: 3,
        price: { amount: 35, currency: "EUR" },
        receivedAt: "2026-11-23T09:00:00.000Z",
        temperature: "hot",
        lead: { firstName: "Erika", lastName: "Mustermann", phone: "+4930123456", interest: "seller" },
        answerUrl: "https://leads.example.com/b/Zq8mR3vT7yB1nK5wX9cJ2h",
        returnableUntil: "2026-11-26T09:00:01.000Z",
      },
    },
  },
};

export const erasure: NamedSchema = {
  id: "BuyerErasure",
  side: "answer",
  schema: erasurePayload,
  description:
    "Sent to every buyer who was sent a share, whatever became of it, when its person is erased: erase their data too. Signed like a delivery, with a `webhook-id` of its own; it names the share as the delivery did, and nothing of the person.",
  examples: {
    erased: {
      type: "lead.erased",
      timestamp: "2026-12-01T08:00:01.000Z",
      data: { leadId: "ld_01KA6V8QJ3M5T7W9Y2B4D6F8H0", shareId: "2", erasedAt: "2026-12-01T08:00:00.000Z" },
    },
  },
};

export const deliveryVerdict: NamedSchema = {
  id: "BuyerDeliveryAnswer",
  side: "request",
  schema: deliveryAnswer,
  description: "What a buyer may answer in the body of the response. Left out, or longer than 16 KB: accepted.",
  examples: { refused: { accepted: false, reason: "duplicate" } },
};
