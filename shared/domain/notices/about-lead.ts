import type { NormalisedFacts } from "../../schemas/lead/lead.ts";
import type { Locale } from "../../schemas/primitives.ts";
import { valueNamesDe } from "../routing/words/values/value-names-de.ts";
import { valueNamesEn } from "../routing/words/values/value-names-en.ts";

const interests: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  de: {
    buyer: "kauft",
    seller: "verkauft",
    renter: "mietet",
    landlord: "vermietet",
    investor: "investiert",
    other: "Anfrage",
  },
  en: {
    buyer: "buying",
    seller: "selling",
    renter: "renting",
    landlord: "letting",
    investor: "investing",
    other: "enquiry",
  },
};

const nameless: Readonly<Record<Locale, string>> = { de: "ohne Namen", en: "no name given" };

/** First name and initial: enough to decide on, not enough to call past the product. */
export function maskedName(facts: Pick<NormalisedFacts, "firstName" | "lastName">, locale: Locale): string {
  const [initial] = facts.lastName ?? "";
  return [facts.firstName, initial && `${initial}.`].filter(Boolean).join(" ") || nameless[locale];
}

export function fullName(
  facts: Pick<NormalisedFacts, "firstName" | "lastName" | "email" | "phone">,
  locale: Locale,
): string {
  return [facts.firstName, facts.lastName].filter(Boolean).join(" ") || facts.email || facts.phone || nameless[locale];
}

/** Where, what for and how much, most telling first; no way to reach the person. */
export function aboutLead(facts: NormalisedFacts, locale: Locale): readonly string[] {
  const place = facts.city ?? facts.area ?? facts.postalCode;
  const interest = facts.interest && interests[locale][facts.interest];
  return [place, interest, budgetText(facts, locale), propertyText(facts, locale)].filter((part) => part !== undefined);
}

/** A kind that only this tenant knows is called as it was sent. */
function propertyText({ propertyType }: NormalisedFacts, locale: Locale): string | undefined {
  const names = locale === "de" ? valueNamesDe : valueNamesEn;
  return propertyType && (names.propertyType?.[propertyType] ?? propertyType);
}

function budgetText({ budget }: NormalisedFacts, locale: Locale): string | undefined {
  if (budget === undefined) {
    return undefined;
  }
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, useGrouping: "always" });
  const { min, max, currency } = budget;
  if (min !== undefined && max !== undefined) {
    return `${number.format(min)}-${number.format(max)} ${currency}`;
  }
  const edge = max === undefined ? { de: "ab", en: "from" } : { de: "bis", en: "up to" };
  return `${edge[locale]} ${number.format(max ?? min ?? 0)} ${currency}`;
}
