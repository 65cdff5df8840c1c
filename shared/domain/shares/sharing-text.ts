import type { Locale } from "../../schemas/primitives.ts";
import { type CountedBody, exclusivityOf } from "./exclusivity.ts";

const texts = {
  de: {
    exclusive: "exklusiv",
    shared: "geteilt",
    among: (count: number) => `geteilt, ${count} Empfänger`,
  },
  en: {
    exclusive: "exclusive",
    shared: "shared",
    among: (count: number) => `shared, ${count} recipient${count === 1 ? "" : "s"}`,
  },
} as const;

/** Whether the lead is the reader's alone, in a few words (C11); undefined when nobody said. */
export function sharingWords(body: CountedBody, locale: Locale): string | undefined {
  const { exclusivity, recipients } = exclusivityOf(body);
  if (exclusivity === undefined) return undefined;
  if (exclusivity === "exclusive") return texts[locale].exclusive;
  return recipients === undefined ? texts[locale].shared : texts[locale].among(recipients);
}

/** The same behind a name: ` (exclusive)`, or nothing. */
export function sharingText(body: CountedBody, locale: Locale): string {
  const words = sharingWords(body, locale);
  return words === undefined ? "" : ` (${words})`;
}
