import fc from "fast-check";
import { expect, test } from "vitest";
import { type Normalised, normaliseFacts } from "../../../shared/domain/intake/facts/normalise-facts.ts";
import { normalisedFacts } from "../../../shared/schemas/lead/lead.ts";
import { type LeadFacts, leadFacts } from "../../../shared/schemas/lead/lead-input.ts";

function accepted(facts: LeadFacts, country: string | undefined = "DE"): Extract<Normalised, { accepted: true }> {
  const normalised = normaliseFacts(facts, country);
  if (!normalised.accepted) throw new Error(JSON.stringify(normalised.problems));
  return normalised;
}

const text = (max: number) => fc.string({ unit: "binary", maxLength: max }).map((each) => each.trim());
const words = fc.constantFrom(
  "Käufer",
  "VERKAUFEN",
  "mieten",
  "1-3 months",
  "sofort",
  "Wohnung",
  "IT",
  "Deutschland",
  "de_AT",
  "ß",
  "O'NEILL",
);
const some = (max: number) => fc.option(fc.oneof(text(max), words), { nil: undefined });
const anyFacts: fc.Arbitrary<LeadFacts> = fc
  .record({
    firstName: some(60),
    lastName: some(60),
    jobTitle: some(60),
    city: some(60),
    interest: some(30),
    propertyType: some(30),
    timeline: some(16),
    postalCode: some(8),
    country: some(30),
    language: some(30),
    message: some(200),
    email: fc.option(fc.oneof(fc.emailAddress(), text(30)), { nil: undefined }),
    phone: fc.option(
      fc.oneof(fc.constantFrom("0171 3920012", "+43 664 1234567", "030/23125 003 Durchwahl 12"), text(20)),
      { nil: undefined },
    ),
    price: fc.option(
      fc.record({ amount: fc.double({ min: 0, max: 1e9, noNaN: true }), currency: fc.constant("EUR") }),
      { nil: undefined },
    ),
    industry: some(30),
    domain: some(40),
  })
  .map(({ industry, domain, ...facts }) => {
    const given = {
      ...facts,
      ...(industry === undefined ? {} : { company: { industry, ...(domain === undefined ? {} : { domain }) } }),
    };
    return leadFacts.parse(JSON.parse(JSON.stringify(given)));
  });

test("normalising twice changes nothing, and what comes out is what BODY takes", () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom("DE", "AT", "US", undefined), (facts, country) => {
      const once = normaliseFacts(facts, country);
      if (!once.accepted) {
        expect(once.problems.every(({ pointer }) => ["/email", "/phone"].includes(pointer))).toBe(true);
        return;
      }
      normalisedFacts.parse(once.facts);
      expect(accepted(once.facts, country).facts).toEqual(once.facts);
    }),
    { numRuns: 2000 },
  );
});

test("a lead as it came and as rules see it", () => {
  const { facts, flags } = accepted({
    firstName: " ERIKA ",
    lastName: "von  der leyen",
    email: " Erika@Mailinator.COM ",
    phone: "0049 (0)171/39200-15",
    alternatePhone: "0221 4710 123",
    company: {
      name: "Acme  GmbH",
      industry: "Immobilien",
      domain: "https://www.Acme.example/about",
      parent: "Holding.example",
    },
    interest: "Ich möchte kaufen",
    propertyType: "Eigentumswohnung",
    budget: { min: 99.999, currency: "EUR" },
    timeline: "1-3 Monate",
    postalCode: "D-01067",
    country: "Deutschland",
    language: "de-DE",
    message: "Guten Tag,\r\n\r\n\r\nbis  bald\u0000",
  });
  expect(facts).toEqual({
    firstName: "Erika",
    lastName: "von der Leyen",
    email: "erika@mailinator.com",
    phone: "+491713920015",
    alternatePhone: "+492214710123",
    company: { name: "Acme GmbH", industry: "real estate", domain: "acme.example", parent: "holding.example" },
    interest: "buyer",
    propertyType: "apartment",
    budget: { min: 100, currency: "EUR" },
    timeline: "3m",
    postalCode: "01067",
    country: "DE",
    language: "de",
    message: "Guten Tag,\n\nbis bald",
  });
  expect(flags).toEqual(["disposableEmail"]);
});

test("what has no standard value is kept as it came", () => {
  const { facts } = accepted({
    email: "a@example.com",
    interest: "Tauschen",
    timeline: "irgendwann",
    country: "Atlantis",
    language: "Klingonisch?",
    alternatePhone: "abends",
    custom: { interest: "the sender's own" },
  });
  expect(facts).toEqual({
    email: "a@example.com",
    interest: "other",
    timeline: "unknown",
    custom: {
      interest: "the sender's own",
      timeline: "irgendwann",
      country: "Atlantis",
      language: "Klingonisch?",
      alternatePhone: "abends",
    },
  });
});

test("national numbers are read as of the source's or the tenant's country", () => {
  expect(accepted({ phone: "5125550145" }, "US").facts.phone).toBe("+15125550145");
  expect(normaliseFacts({ phone: "030 23125003" }, undefined)).toMatchObject({
    accepted: false,
    problems: [{ pointer: "/phone" }],
  });
  expect(accepted({ phone: "+49 30 23125003" }, undefined).facts.phone).toBe("+493023125003");
});

test("an impossible number is refused, a doubtful one only flagged", () => {
  expect(normaliseFacts({ phone: "12", email: "a@" }, "DE")).toMatchObject({
    accepted: false,
    problems: [{ pointer: "/email" }, { pointer: "/phone" }],
  });
  expect(accepted({ phone: "555-555-5555" }, "US").flags).toEqual(["phoneDoubtful"]);
});

test("an extension is kept beside the number", () => {
  const { facts } = accepted({ phone: "Tel. 030 23125003, Durchwahl 12" });
  expect(facts).toEqual({ phone: "+493023125003", custom: { phoneExtension: "12" } });
});
