import { delivery, deliveryVerdict, erasure } from "../answers/buyers/buyer-messages.ts";
import type { JsonObject } from "../resource.ts";
import { reference } from "./schemas.ts";

/** What this product asks of other people's servers: buyers take shares of leads by it (C11). */
export const webhooks = (): JsonObject => ({
  "lead.shared": {
    post: {
      operationId: "deliverShare",
      tags: ["Buyers"],
      summary: "A share of a lead for its buyer",
      description: delivery.description,
      requestBody: {
        required: true,
        content: { "application/json": { schema: reference(delivery) } },
      },
      responses: {
        "2XX": {
          description: "The share is taken, unless the answer says that it is not.",
          content: {
            "application/json": { schema: reference(deliveryVerdict) },
          },
        },
        "410": { description: "Nothing is taken here any more: the next recipient has the share at once." },
        default: { description: "Tried again for about an hour and a half; then the next recipient has the share." },
      },
    },
  },
  "lead.erased": {
    post: {
      operationId: "tellErased",
      tags: ["Buyers"],
      summary: "The person of a share wants to be forgotten",
      description: erasure.description,
      requestBody: {
        required: true,
        content: { "application/json": { schema: reference(erasure) } },
      },
      responses: {
        "2XX": { description: "Told." },
        default: {
          description: "Tried again for about an hour and a half; then the lead's history says that you were not told.",
        },
      },
    },
  },
});
