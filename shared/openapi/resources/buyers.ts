import * as z from "zod";
import { buyer, buyerAction, buyerInput, buyerSecretRequest } from "../../schemas/buyer.ts";
import { leadStatus } from "../../schemas/lead/lead.ts";
import { leadId } from "../../schemas/primitives.ts";
import { delivery, deliveryVerdict, erasure } from "../answers/buyers/buyer-messages.ts";
import { planProblem } from "../answers/plan.ts";
import { pageOf } from "../pages.ts";
import type { NamedSchema, Resource } from "../resource.ts";
import { collection } from "./collection.ts";

const portal = {
  name: "Immo Nord GmbH",
  delivery: { type: "webhook", url: "https://leads.immo-nord.example.com/fairlead" },
  price: { amount: 35, currency: "EUR" },
  dailyCap: 20,
  filter: { field: "interest", op: "eq", value: "seller" },
};
const stored = { buyerId: "immo-nord", version: 1, ...portal, status: "active", returnWithin: "P3D" };

const issuedSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwSGVsbG8gd29ybGQ=";

const input: NamedSchema = {
  id: "BuyerInput",
  side: "request",
  schema: buyerInput,
  description: "An outside company that shares of leads are passed or sold to (C11).",
  fields: {
    delivery: "Where shares go: a signed call to an https address, or e-mail to an address that confirms it once.",
    filter:
      "Which leads the buyer takes. Fields that no lead has are refused; values that never match are named in `problems` of the answer.",
    dailyCap: "Most shares sent in one day of the tenant, whatever becomes of them.",
  },
  examples: { webhook: portal },
};

const visible = buyer.omit({ salt: true, earlierSalts: true }).extend({ addressConfirmed: z.boolean().optional() });
const addressConfirmed =
  "Only with `delivery.type` `email`: whether the buyer has opened the link in the e-mail that asks for it. Until then no share is sent or charged, and the next recipient gets it; saving the buyer again sends that e-mail again.";
const answer: NamedSchema = {
  id: "Buyer",
  side: "answer",
  schema: visible,
  description: "A buyer of shares.",
  fields: { addressConfirmed },
  examples: {
    webhook: stored,
    email: {
      ...{ buyerId: "makler-sued", version: 1, name: "Makler Süd", price: portal.price },
      ...{ delivery: { type: "email", address: "leads@makler-sued.example.com" }, addressConfirmed: false },
      ...{ status: "active", returnWithin: "P3D" },
    },
  },
};
const saved: NamedSchema = {
  id: "SavedBuyer",
  side: "answer",
  schema: visible.extend({ secret: z.string().optional(), problems: z.array(planProblem) }),
  description:
    "The buyer; when it is new to webhooks, with the secret that signs them, shown this once. `problems`: what looks doubtful about the filter, in the language asked for.",
  examples: {
    created: { ...stored, secret: issuedSecret, problems: [] },
    doubtful: {
      ...stored,
      version: 2,
      filter: { field: "temperature", op: "eq", value: "hott" },
      problems: [
        {
          severity: "warning",
          pointer: "/filter",
          code: "neverMatches",
          message: "No lead can ever match: temperature is never “hott”.",
          fix: "Did you mean hot? temperature can be: hot, warm, cold.",
        },
      ],
    },
  },
};

const secretRequest: NamedSchema = {
  id: "BuyerSecretRequest",
  side: "request",
  schema: buyerSecretRequest,
  description: "What becomes of the old secret.",
  fields: { revoke: "End the old secret at once, instead of after a day." },
  examples: { leaked: { revoke: true } },
};
const secretAnswer: NamedSchema = {
  id: "BuyerSecret",
  side: "answer",
  schema: z.strictObject({ secret: z.string() }),
  description: "The new signing secret, shown this once.",
  examples: { issued: { secret: issuedSecret } },
};
const page = pageOf(answer);

const action: NamedSchema = {
  id: "BuyerAction",
  side: "request",
  schema: buyerAction,
  description: "What a buyer says about a share.",
  examples: { bad: { action: "return", reason: "wrongData" }, good: { action: "rate", rating: 5 } },
};

const shareStatus: NamedSchema = {
  id: "AnsweredShare",
  side: "answer",
  schema: z.strictObject({ leadId, status: leadStatus, version: z.number().int().positive() }),
  description: "How the share stands after the buyer's answer.",
  examples: { returned: { leadId: "ld_01KA6V8QJ3M5T7W9Y2B4D6F8H0", status: "returned", version: 3 } },
};

export const buyers: Resource = {
  tag: "Buyers",
  about:
    "Outside companies that get shares of leads: with delivery, price, daily cap, filter and their own answers (C11).",
  schemas: [
    input,
    answer,
    saved,
    page,
    secretRequest,
    secretAnswer,
    delivery,
    erasure,
    deliveryVerdict,
    action,
    shareStatus,
  ],
  operations: {
    ...collection({
      path: "/v1/buyers",
      one: "buyer",
      many: "buyers",
      input,
      saved,
      read: answer,
      page,
      saving:
        "A rule with the method `shared` that names the buyer gives it leads from now on. Ids are shared with agents.",
      deleting: "Refused while the plan names it, or a share is on its way there or can still come back.",
    }),
    "POST /v1/buyers/{id}/secret": {
      id: "replaceBuyerSecret",
      summary: "A new signing secret",
      description:
        "The old one signs along for another day (`webhook-signature` then holds several signatures, one of which fits), or not at all with `revoke`. A repeat with the same `Idempotency-Key` gets the same secret.",
      body: { schema: secretRequest, required: false },
      answers: { 201: { description: "The secret.", schema: secretAnswer } },
    },
    "GET /b/{token}": {
      id: "openShare",
      summary: "A buyer's share",
      description: "By the link in the delivery. Changes nothing: mail programs fetch links.",
      answers: {
        200: { description: "The page for how the share stands now.", page: true },
        410: { description: "The share is somebody else's by now.", page: true },
      },
      localized: true,
    },
    "POST /b/{token}": {
      id: "answerShare",
      summary: "Confirm, return or rate a share",
      body: { schema: action, mediaTypes: ["application/x-www-form-urlencoded", "application/json"] },
      answers: {
        200: { description: "Done, to JSON.", schema: shareStatus },
        303: { description: "Done, to a form: back to the page.", headers: ["Location"] },
        410: { description: "Too late, to a form: the page says why.", page: true },
      },
      problems: [409, 503],
    },
  },
};
