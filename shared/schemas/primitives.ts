import * as z from "zod";

/** An id the admin chose: agents, sources, rules, teams, areas. */
export const slug = z.string().regex(/^[a-z0-9-]{1,64}$/, "use 1–64 characters of a–z, 0–9 and -");

/** `ld_` + ULID. The ULID's 16 bytes are what held sets store. */
export const leadId = z.string().regex(/^ld_[0-9A-HJKMNP-TV-Z]{26}$/, "a lead id is ld_ followed by a ULID");
export type LeadId = z.infer<typeof leadId>;

/** Instant in the API: ISO-8601 with an offset. Inside the product instants are epoch milliseconds. */
export const isoInstant = z.iso
  .datetime({ offset: true, error: "use an ISO-8601 instant such as 2026-11-21T09:00:00Z" })
  .refine((text) => !(Date.parse(text) < 0), "use an instant after 1970");

/** Epoch milliseconds. */
export const instantMs = z.number().int().nonnegative();

/** ISO-8601 duration such as PT15M or P14D (weeks, days, hours, minutes, seconds; no months or years: their length varies). */
export const duration = z
  .string()
  .regex(/^P(?!$)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/, "use an ISO-8601 duration such as PT15M or P14D");

/** A time limit: a duration that is not nothing. */
export const timeLimit = duration.refine((text) => /[1-9]/.test(text), "must be longer than nothing, such as PT5M");

export const currency = z.string().regex(/^[A-Z]{3}$/, "use an ISO-4217 code such as EUR");

/** A number the table can store: none larger than is exact, and what is next to nothing counts as nothing. */
export const storable = z
  .number()
  .min(Number.MIN_SAFE_INTEGER)
  .max(Number.MAX_SAFE_INTEGER)
  .overwrite((value) => (Math.abs(value) < 1e-100 ? 0 : value));

/** Whole units of the currency, decimals allowed. */
export const money = z.strictObject({ amount: storable.nonnegative(), currency });
export type Money = z.infer<typeof money>;

export const temperature = z.enum(["hot", "warm", "cold"]);
export type Temperature = z.infer<typeof temperature>;

export const locale = z.enum(["de", "en"]);
export type Locale = z.infer<typeof locale>;

/** ISO-3166 alpha-2. */
export const country = z.string().regex(/^[A-Z]{2}$/, "use a two-letter country code such as DE");

export const timeZone = z.string().refine(isTimeZone, "use an IANA time zone such as Europe/Berlin");

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
