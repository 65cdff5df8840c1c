import type { NormalisedFacts } from "../../schemas/lead/lead.ts";
import { withoutAddresses, withoutContactData } from "./without-contact-data.ts";

/** What people type, or a form in their name. */
const typed = [
  ...(["firstName", "lastName", "jobTitle", "authority", "message", "propertyType"] as const),
  ...(["city", "area", "country", "language", "postalCode"] as const),
] as const satisfies readonly (keyof NormalisedFacts)[];

/** What the source says: long numbers are its own. */
const named = ["campaign", "product"] as const satisfies readonly (keyof NormalisedFacts)[];

/** Postal codes and numbers of employees are not telephone numbers. */
const code = /^[\p{L}\d][\p{L}\d -]{0,8}$/u;
const employees = String.raw`(?:[1-9]\d{0,2}(?:[.,]\d{3}){1,2}|[1-9]\d{0,5})`;
const range = new RegExp(`^[^\\d+@]{0,8}${employees}\\s*(?:[-–]\\s*${employees})?\\s*\\+?[^\\d@.]{0,12}$`, "u");
const mostEmployees = 10_000_000;

/**
 * The facts as somebody may see them who does not have the lead: no text holds an e-mail or web address or a telephone
 * number, whichever field it was written into. `mark` stands where something was left out; a field without anything else
 * is left out. The address fields themselves are not for such readers at all.
 */
export function factsWithoutContact(facts: NormalisedFacts, mark?: string): NormalisedFacts {
  const { email, phone, alternatePhone, ...rest } = facts;
  const texts: Record<string, string | undefined> = {};
  for (const name of typed) texts[name] = hidden(name, facts[name], mark);
  for (const name of named) texts[name] = facts[name] && withoutAddresses(facts[name], mark);
  const company = facts.company && companyWithoutContact(facts.company, mark);
  return Object.fromEntries(
    Object.entries({ ...rest, ...texts, company }).filter(([, value]) => value !== undefined && value !== ""),
  );
}

function hidden(name: (typeof typed)[number], text: string | undefined, mark?: string): string | undefined {
  if (text === undefined || (name === "postalCode" && code.test(text))) return text;
  return withoutContactData(text, mark).trim();
}

/** Without its domain: that leads to its address, and of one person's company to the person. */
function companyWithoutContact(
  { name, size, industry, parent }: NonNullable<NormalisedFacts["company"]>,
  mark?: string,
): NonNullable<NormalisedFacts["company"]> {
  return {
    ...(name !== undefined && { name: withoutContactData(name, mark) }),
    ...(size !== undefined && { size: sizeOf(size, mark) }),
    ...(industry !== undefined && { industry: withoutContactData(industry, mark) }),
    ...(parent !== undefined && { parent: withoutContactData(parent, mark) }),
  };
}

function sizeOf(size: number | string, mark?: string): number | string {
  if (typeof size === "number") return size < mostEmployees ? size : withoutContactData(String(size), mark);
  return range.test(size) ? size : withoutContactData(size, mark);
}
