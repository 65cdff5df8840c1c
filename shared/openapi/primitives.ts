import * as primitives from "../schemas/primitives.ts";
import type { NamedSchema } from "./resource.ts";

const shared = (
  id: string,
  schema: NamedSchema["schema"],
  description: string,
  examples: readonly unknown[] = [],
): NamedSchema => ({
  id,
  schema,
  side: "both",
  description,
  examples: Object.fromEntries(examples.map((example, i) => [`example${i + 1}`, example])),
});

/** Values that appear everywhere. */
export const primitiveSchemas: readonly NamedSchema[] = [
  shared("Slug", primitives.slug, "An id the admin chose: of an agent, team, area, source or rule.", ["anna-berger"]),
  shared("LeadId", primitives.leadId, "A lead's id.", ["ld_01KA6V8QJ3M5T7W9Y2B4D6F8H0"]),
  shared("Instant", primitives.isoInstant, "ISO-8601 with an offset; answers are in UTC.", [
    "2026-11-23T09:00:00.000Z",
  ]),
  shared(
    "Duration",
    primitives.duration,
    "ISO-8601: weeks, days, hours, minutes, seconds. No months or years, since their length varies.",
    ["PT15M", "P14D"],
  ),
  shared("Currency", primitives.currency, "ISO-4217.", ["EUR"]),
  shared("Money", primitives.money, "Whole units of the currency, decimals allowed.", [
    { amount: 450000, currency: "EUR" },
  ]),
  shared("Temperature", primitives.temperature, "How urgent a lead is (B2)."),
  shared("Locale", primitives.locale, "Language of messages and texts."),
  shared("Country", primitives.country, "ISO-3166 alpha-2.", ["DE"]),
  shared("TimeZone", primitives.timeZone, "IANA name.", ["Europe/Berlin"]),
];
