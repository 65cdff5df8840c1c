import * as z from "zod";
import { country, duration, instantMs, money, slug, temperature } from "./primitives.ts";

/** What a browser form asks for, and how it answers. The form's public id is the source's id. */
export const formSettings = z.strictObject({
  fields: z.array(z.string().min(1).max(64)).min(1).max(20).optional(),
  /** Hidden field that only robots fill in. */
  honeypot: z.string().min(1).max(64).default("website"),
  /** Page a plain HTML form is sent on to (303). */
  redirectTo: z.url({ protocol: /^https?$/ }).optional(),
});
export type FormSettings = z.infer<typeof formSettings>;

/** Body of `PUT /v1/sources/{id}`. */
export const sourceInput = z.strictObject({
  name: z.string().trim().min(1).max(120),
  format: z.enum(["fairlead"]).default("fairlead"),
  defaults: z.record(z.string().max(64), z.union([z.string(), z.number(), z.boolean()])).optional(),
  /** Sender's key → our lead field. */
  fieldMap: z.record(z.string().max(128), z.string().max(64)).optional(),
  country: country.optional(),
  price: money.optional(),
  exclusivity: z.enum(["exclusive", "shared"]).optional(),
  dailyCap: z.number().int().positive().optional(),
  /** Bad leads go back (A6): so long after arrival; without it at any time. `contact` is told by e-mail. */
  returns: z.strictObject({ within: duration, contact: z.email().optional() }).optional(),
  quality: temperature.optional(),
  benchmarkConversion: z.number().min(0).max(1).optional(),
  form: formSettings.optional(),
  origins: z
    .array(z.url({ protocol: /^https?$/ }))
    .max(20)
    .optional(),
  answer: z.enum(["full", "verdict"]).default("full"),
  /** Requests a minute from this source; unlimited when left out. */
  rateLimit: z.number().int().positive().optional(),
});
export type SourceInput = z.infer<typeof sourceInput>;

export const source = sourceInput.extend({ sourceId: slug, version: z.number().int().positive() });
export type Source = z.infer<typeof source>;

/** A source's key, found by its hash. Revoked keys stay as tombstones; a replaced one works until `validUntil`. */
export const sourceKey = z.strictObject({
  sourceId: slug,
  createdAt: instantMs,
  validUntil: instantMs.optional(),
  revokedAt: instantMs.optional(),
});
export type SourceKey = z.infer<typeof sourceKey>;

/** Body of `POST /v1/sources/{id}/key`: `revoke` ends the old keys at once, instead of after a day. */
export const sourceKeyRequest = z.strictObject({ revoke: z.boolean().default(false) });
