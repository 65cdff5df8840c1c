import type { NormalisedFacts } from "../../../schemas/lead/lead.ts";
import type { LeadFacts } from "../../../schemas/lead/lead-input.ts";
import type { Money } from "../../../schemas/primitives.ts";
import { defined } from "../defined.ts";
import { countryCode, languageCode } from "./country-language.ts";
import { emailAddress } from "./email-address.ts";
import { standardIndustry } from "./industry.ts";
import { standardInterest } from "./interest.ts";
import { personName } from "./person-name.ts";
import { phoneNumber } from "./phone-number.ts";
import { oneLine, severalLines } from "./plain-text.ts";
import { postalCode } from "./postal-code.ts";
import { standardPropertyType } from "./property-type.ts";
import { standardTimeline } from "./timeline.ts";

/** A hint for agents and scoring rules; nothing is refused because of it (A4). */
type LeadFlag = "disposableEmail" | "phoneDoubtful" | "alternatePhoneUnreadable";

/** One field that cannot be taken: JSON pointer and what to do about it. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

export type Normalised =
  | { readonly accepted: true; readonly facts: NormalisedFacts; readonly flags: readonly LeadFlag[] }
  | { readonly accepted: false; readonly problems: readonly FieldProblem[] };

/**
 * The facts in the product's own values (A2), so that rules never miss on spelling. `country` (ISO-3166) is where national
 * phone numbers are from when they do not say it. What has no standard value is kept as it came under `custom`; only an
 * address at which nobody can be reached is a problem. Normalising twice changes nothing.
 */
export function normaliseFacts(facts: LeadFacts, country: string | undefined): Normalised {
  const email = facts.email ? emailAddress(facts.email) : undefined;
  const phone = facts.phone ? phoneNumber(facts.phone, country) : undefined;
  const alternate = facts.alternatePhone ? phoneNumber(facts.alternatePhone, country) : undefined;
  const problems = [
    ...(facts.email && !email ? [{ pointer: "/email", detail: "use an address such as erika@example.com" }] : []),
    ...(facts.phone && !phone ? [{ pointer: "/phone", detail: phoneAdvice(country) }] : []),
  ];
  if (problems.length > 0) {
    return { accepted: false, problems };
  }
  const flags: LeadFlag[] = [
    ...(email?.disposable ? (["disposableEmail"] as const) : []),
    ...(phone?.doubtful ? (["phoneDoubtful"] as const) : []),
    ...(facts.alternatePhone && !alternate ? (["alternatePhoneUnreadable"] as const) : []),
  ];
  const standard = standardValues(facts, country);
  const kept = {
    ...unrecognised(facts, { ...standard, alternatePhone: alternate?.number }),
    ...(phone?.extension === undefined ? {} : { phoneExtension: phone.extension }),
  };
  const custom = { ...kept, ...facts.custom };
  return {
    accepted: true,
    flags,
    facts: defined({
      ...facts,
      ...standard,
      interest: standard.interest ?? (facts.interest ? "other" : undefined),
      timeline: standard.timeline ?? (facts.timeline ? "unknown" : undefined),
      email: email?.email,
      phone: phone?.number,
      alternatePhone: alternate?.number,
      custom: Object.keys(custom).length > 0 ? custom : undefined,
    }),
  };
}

function phoneAdvice(country: string | undefined): string {
  return country === undefined
    ? "use the international form, for example +4930123456"
    : `use a number that can be dialled, with its country code unless it is from ${country}, for example +4930123456`;
}

function standardValues(facts: LeadFacts, defaultCountry: string | undefined) {
  const country = given(facts.country, countryCode);
  return {
    firstName: given(facts.firstName, personName),
    lastName: given(facts.lastName, personName),
    company: facts.company && companyOf(facts.company),
    jobTitle: given(facts.jobTitle, oneLine),
    interest: given(facts.interest, standardInterest),
    propertyType: given(facts.propertyType, standardPropertyType),
    price: facts.price && cents(facts.price),
    budget: facts.budget && {
      ...facts.budget,
      ...defined({ min: given(facts.budget.min, round), max: given(facts.budget.max, round) }),
    },
    timeline: given(facts.timeline, standardTimeline),
    postalCode: given(facts.postalCode, (text) => postalCode(text, country ?? defaultCountry)),
    country,
    city: given(facts.city, oneLine),
    language: given(facts.language, languageCode),
    message: given(facts.message, severalLines),
  };
}

/** Fields whose text has no standard value, as they came. */
function unrecognised(facts: LeadFacts, standard: Partial<Record<keyof LeadFacts, unknown>>): Record<string, string> {
  const fields = ["interest", "timeline", "country", "language", "alternatePhone"] as const;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const text = facts[field];
      return text && standard[field] === undefined ? [[field, text]] : [];
    }),
  );
}

type Company = NonNullable<LeadFacts["company"]>;

function companyOf(company: Company): Company {
  return defined({
    ...company,
    name: given(company.name, oneLine),
    industry: given(company.industry, standardIndustry),
    domain: given(company.domain, hostOf),
    parent: given(company.parent, hostOf),
  });
}

/** `https://www.Example.com/about` → `example.com`; a name that is no address stays as it is, in small letters. */
const hostOf = (text: string): string =>
  oneLine(text)
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^www\./, "")
    .replace(/(?<=\.[a-z]{2,})[:/?#].*$/, "");

/** The field's value made standard; undefined when it is missing, empty, or nothing is left of it. */
function given<T, R>(value: T | undefined, make: (value: T) => R): R | undefined {
  const made = value === undefined || value === "" ? undefined : make(value);
  return made === "" ? undefined : made;
}

const round = (amount: number): number => Math.round(amount * 100) / 100;
const cents = (money: Money): Money => ({ ...money, amount: round(money.amount) });
