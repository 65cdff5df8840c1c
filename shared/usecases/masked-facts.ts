import { factsWithoutContact } from "../domain/privacy/facts-without-contact.ts";
import type { NormalisedFacts } from "../schemas/lead/lead.ts";

/** Enough to decide whether to take the lead: first name and initial, what is wanted and where; no way to reach the person. */
export function maskedFacts(facts: NormalisedFacts): NormalisedFacts {
  const { lastName } = facts;
  const { firstName, postalCode, city, ...shown } = factsWithoutContact(facts);
  return {
    ...impersonalFacts(shown),
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && lastName !== "" && { lastName: initial(lastName) }),
    ...(postalCode !== undefined && { postalCode }),
    ...(city !== undefined && { city }),
  };
}

const impersonal = [
  "interest",
  "propertyType",
  "budget",
  "timeline",
  "area",
  "country",
  "language",
  "campaign",
  "channel",
  "product",
] as const satisfies readonly (keyof NormalisedFacts)[];

/** What was wanted and where, with nothing about who wants it: for finance and marketing. */
export function impersonalFacts(facts: NormalisedFacts): NormalisedFacts {
  return Object.fromEntries(impersonal.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])));
}

/** The person's name as a heading: masked `Erika M.`; without a name the company, then the address; `–` for nobody. */
export function nameOf(facts: NormalisedFacts, detail: "full" | "masked"): string {
  const shown = detail === "full" ? facts : maskedFacts(facts);
  const name = [shown.firstName, shown.lastName].filter(Boolean).join(" ");
  return name || shown.company?.name || shown.email || shown.phone || "–";
}

const initial = (name: string): string => `${[...name][0] ?? ""}.`;
