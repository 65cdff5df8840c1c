import * as z from "zod";
import { normalisedFacts } from "./lead/lead.ts";
import { consent } from "./lead/lead-input.ts";
import { condition } from "./plan/condition.ts";
import { duration, instantMs, isoInstant, leadId, money, slug, temperature } from "./primitives.ts";

/** Whether the address is on this machine: such ones are for the local runner only, and may do without TLS. */
export function isLoopback(url: URL): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
}

const webhookUrl = z
  .url({ protocol: /^https?$/, error: "use an https address such as https://buyer.example.com/leads" })
  .max(2000)
  .refine((text) => {
    const url = new URL(text);
    return url.protocol === "https:" || isLoopback(url);
  }, "use https: a lead holds personal data")
  .refine((text) => {
    const { username, password } = new URL(text);
    return username === "" && password === "";
  }, "leave user name and password out: every call is signed");

const delivery = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("webhook"), url: webhookUrl }),
  z.strictObject({ type: z.literal("email"), address: z.email() }),
]);
export type Delivery = Readonly<z.infer<typeof delivery>>;

/** Body of `PUT /v1/buyers/{id}`: an outside company that shares of leads are passed or sold to (C11). */
export const buyerInput = z.strictObject({
  name: z.string().trim().min(1).max(120),
  delivery,
  /** Of one share. */
  price: money,
  /** Most shares sent in one day of the tenant, whatever became of them. */
  dailyCap: z.number().int().min(1).max(1000).optional(),
  /** Which leads the buyer takes; all when left out. */
  filter: condition.optional(),
  status: z.enum(["active", "paused"]).default("active"),
  /** So long a bad lead can be returned, with a reason. */
  returnWithin: duration.default("P3D"),
});
export type BuyerInput = z.infer<typeof buyerInput>;

export const buyer = buyerInput.extend({
  buyerId: slug,
  version: z.number().int().positive(),
  /** The signing secret follows from it and the tenant's own; it is stored nowhere. */
  salt: z.string(),
  /** Those of the last day: what they were replaced by signs now, they sign along for a day unless revoked. */
  earlierSalts: z
    .array(z.strictObject({ salt: z.string(), replacedAt: instantMs, revoked: z.boolean().optional() }))
    .optional(),
});
export type Buyer = z.infer<typeof buyer>;

/** Body of `POST /v1/buyers/{id}/secret`: `revoke` ends the old secrets at once, instead of after a day. */
export const buyerSecretRequest = z.strictObject({ revoke: z.boolean().default(false) });

/** What a buyer answers to a delivery, in the body of the response; anything else counts as accepted. */
export const deliveryAnswer = z.looseObject({ accepted: z.boolean(), reason: z.string().max(500).optional() });

/**
 * A refusal, however its reason is written: whoever says no is not sold the share because the reason is too long, empty, or
 * not a text.
 */
export const refusedDelivery = z.looseObject({
  accepted: z.literal(false),
  reason: z
    .unknown()
    .optional()
    .transform((given) => (typeof given === "string" && given.trim().slice(0, 500)) || "declined"),
});

const reason = z.string().trim().min(1, "give a reason").max(500);

/** Body of `POST /b/{token}`, by action. */
export const buyerAction = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("accept") }),
  z.strictObject({ action: z.literal("return"), reason }),
  z.strictObject({
    action: z.literal("rate"),
    rating: z.coerce.number().int().min(1).max(5),
    comment: z.string().trim().max(2000).optional(),
  }),
]);
export type BuyerAction = z.infer<typeof buyerAction>;

/** Payload of the delivery workflow's tasks. */
export const deliveryTask = z.strictObject({
  task: z.enum(["Deliver", "GiveUp"]),
  leadId,
  cycle: z.number().int().positive(),
});
export type DeliveryTask = z.infer<typeof deliveryTask>;

/** What a buyer is sent when the person of a share wants to be forgotten (H4): nothing about the person. */
export const erasurePayload = z.strictObject({
  type: z.literal("lead.erased"),
  /** When it was sent. */
  timestamp: isoInstant,
  data: z.strictObject({
    /** As the share had them when it was sent. */
    leadId,
    shareId: z.string(),
    erasedAt: isoInstant,
  }),
});
export type ErasurePayload = z.infer<typeof erasurePayload>;

/** What a buyer is sent: by webhook as it is, by e-mail in words. */
export const deliveryPayload = z.strictObject({
  type: z.literal("lead.shared"),
  /** When it was sent. */
  timestamp: isoInstant,
  data: z.strictObject({
    /** Of this buyer's share: name it in questions. */
    leadId,
    shareId: z.string(),
    exclusivity: z.enum(["exclusive", "shared"]),
    /** How many have the lead, this buyer included. */
    recipients: z.number().int().positive(),
    price: money,
    receivedAt: isoInstant,
    temperature,
    /** The person and what is wanted, standardised. */
    lead: normalisedFacts,
    consent: consent.optional(),
    /** Opens the page to confirm, return or rate the lead. */
    answerUrl: z.url(),
    returnableUntil: isoInstant,
  }),
});
export type DeliveryPayload = z.infer<typeof deliveryPayload>;
