import * as z from "zod";
import { currency, isoInstant, money, slug, storable, temperature } from "../primitives.ts";

/** Made once: each check makes a schema of its own, and every container that starts pays for all of them. */
const trimmed = z.string().trim();
const text = (max: number) => trimmed.max(max);
const name = text(120);

/** What was agreed, when, from where (A5): evidence is kept as it came. */
export const consent = z.strictObject({
  given: z.boolean(),
  text: text(5000).optional(),
  version: text(64).optional(),
  givenAt: isoInstant.optional(),
  channels: z.array(text(32)).max(10).optional(),
  ip: text(64).optional(),
  userAgent: text(500).optional(),
  pageUrl: text(2000).optional(),
  evidenceUrl: text(2000).optional(),
  evidence: text(5000).optional(),
});
export type Consent = z.infer<typeof consent>;

/** `budget` is a range of money; at least one end. */
export const budget = z
  .strictObject({ min: storable.nonnegative().optional(), max: storable.nonnegative().optional(), currency })
  .refine((range) => range.min !== undefined || range.max !== undefined, "give min, max or both")
  .refine((range) => range.min === undefined || range.max === undefined || range.min <= range.max, {
    path: ["max"],
    error: "must not be below min",
  });

export const engagement = z.strictObject({ type: text(64).min(1), at: isoInstant, detail: text(500).optional() });
export type Engagement = z.infer<typeof engagement>;

/** Facts about a lead; every field but the person's address is optional. Also the body of `PATCH /v1/leads/{id}`. */
export const leadFacts = z.strictObject({
  firstName: name.optional(),
  lastName: name.optional(),
  email: text(254).optional(),
  phone: text(40).optional(),
  alternatePhone: text(40).optional(),
  company: z
    .strictObject({
      name: name.optional(),
      size: z.union([z.number().int().nonnegative(), text(32)]).optional(),
      industry: text(64).optional(),
      domain: text(253).optional(),
      parent: text(253).optional(),
    })
    .optional(),
  jobTitle: name.optional(),
  interest: text(64).optional(),
  propertyType: text(64).optional(),
  price: money.optional(),
  budget: budget.optional(),
  timeline: text(32).optional(),
  postalCode: text(16).optional(),
  country: text(64).optional(),
  city: name.optional(),
  area: text(64).optional(),
  geo: z.strictObject({ lat: storable.min(-90).max(90), lon: storable.min(-180).max(180) }).optional(),
  language: text(35).optional(),
  message: text(10_000).optional(),
  preferredContact: z.enum(["phone", "email", "sms", "whatsapp"]).optional(),
  campaign: text(128).optional(),
  channel: z.enum(["inbound", "outbound"]).optional(),
  firstContactBy: slug.optional(),
  product: text(128).optional(),
  authority: text(64).optional(),
  property: z
    .strictObject({
      reference: text(128).optional(),
      portalId: text(128).optional(),
      title: text(300).optional(),
      url: text(2000).optional(),
      marketing: text(64).optional(),
      type: text(64).optional(),
      price: money.optional(),
      city: name.optional(),
      estimatedValue: money.optional(),
    })
    .optional(),
  custom: z.record(z.string().min(1).max(128), z.union([z.string().max(5000), storable, z.boolean()])).optional(),
});
export type LeadFacts = z.infer<typeof leadFacts>;

/** Body of `POST /v1/leads`; one of `email` and `phone` is needed. Values are standardised later (A2), not here. */
export const leadInput = leadFacts
  .extend({
    externalId: text(200).min(1).optional(),
    exclusivity: z.enum(["exclusive", "shared"]).optional(),
    shares: z.number().int().min(2).max(20).optional(),
    temperature: temperature.optional(),
    submittedAt: isoInstant.optional(),
    attribution: z.record(z.string().min(1).max(64), z.string().max(500)).optional(),
    consent: consent.optional(),
    engagement: z.array(engagement).max(100).optional(),
    score: storable.min(0).max(1000).optional(),
    accountId: text(128).optional(),
    test: z.boolean().optional(),
  })
  .refine((lead) => Boolean(lead.email) || Boolean(lead.phone), {
    path: ["email"],
    error: "give an email or a phone number, so that somebody can contact the person",
  });
export type LeadInput = z.infer<typeof leadInput>;
