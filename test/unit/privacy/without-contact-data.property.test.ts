import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { firstState } from "../../../shared/domain/lifecycle/first-state.ts";
import { noticeFacts } from "../../../shared/domain/notices/notice-facts-of.ts";
import { factsWithoutContact } from "../../../shared/domain/privacy/facts-without-contact.ts";
import { withoutContactData } from "../../../shared/domain/privacy/without-contact-data.ts";
import type { LeadBody, NormalisedFacts } from "../../../shared/schemas/lead/lead.ts";
import { maskedFacts } from "../../../shared/usecases/masked-facts.ts";
import { listedFacts } from "../../../shared/usecases/picking/listed-facts.ts";
import { openedFacts } from "../../../shared/usecases/picking/opened-facts.ts";
import { aPlan } from "../../support/routing-fixtures.ts";
import { aBody } from "../lifecycle/lead-fixtures.ts";

describe("a text without contact data", () => {
  it.each([
    ["www.vera-geheim.de anrufen", "… anrufen"],
    ["siehe https://geheim.example/vera?x=1 bitte", "siehe … bitte"],
    ["vera (at) geheim.example", "…"],
    ["vera [at] geheim (dot) de oder vera at geheim punkt de", "… oder …"],
    ["auf t.me/vera, Instagram @vera.geheim", "auf … Instagram …"],
    ["Firma vera-geheim.de", "Firma …"],
    ["Vera.Geheim+Haus@geheim.example, bitte", "…, bitte"],
    ["0171 / 234 56 78 oder +49 (0)30 123456", "… oder …"],
    ["(030)1234567", "(…"],
    ["Tel 2345678", "Tel …"],
  ])("hides %j", (text, expected) => expect(withoutContactData(text)).toBe(expected));

  it.each([
    "3 Zimmer, 120 qm, bis 450.000 oder 1.450.000 EUR",
    "ab 24.12.2026 in 10115 Berlin, ca. 2-3 Zi.",
    "Muster GmbH & Co.KG, Dr.Schmidt, z.B. und/oder",
    "Leiterin Vertrieb (Nord) und/oder Einkauf",
  ])("keeps %j", (text) => expect(withoutContactData(text)).toBe(text));
});

const email = fc.emailAddress();
const phone = fc
  .tuple(
    fc.constantFrom("+49", "0049", "0", "+49 (0)", "030/"),
    fc.stringMatching(/^[1-9][0-9]{6,9}$/),
    fc.constantFrom("", " ", "-"),
  )
  .map(([prefix, digits, gap]) => `${prefix}${digits.slice(0, 3)}${gap}${digits.slice(3)}`);
const words = fc.constantFrom("", "Frau ", "bitte an: ");
const places = [
  "firstName",
  "lastName",
  "jobTitle",
  "authority",
  "message",
  "city",
  "propertyType",
  "company",
] as const;

test.each(["11-50", "51–200 Mitarbeiter", "500+", "1.000-5.000", "über 250", 120])(
  "a company's size stays, its domain does not: %j",
  (size) => {
    const facts = { company: { name: "Muster GmbH", size, domain: "muster.example" }, postalCode: "1000-205" };
    expect(factsWithoutContact(facts)).toEqual({ company: { name: "Muster GmbH", size }, postalCode: "1000-205" });
  },
);

/** A lead whose ways to reach it were written into any of its fields. */
const lead = fc
  .record({ email, phone, before: words, place: fc.constantFrom(...places), which: fc.constantFrom(1, 2, 3) })
  .map(({ email: mail, phone: number, before, place, which }): LeadBody => {
    const text = `${before}${[mail, number].filter((_, i) => (which & (i + 1)) !== 0).join(" ")}`;
    const company = { name: text, industry: text, size: text, parent: text, domain: mail.replace(/.*@/, "") };
    const facts: NormalisedFacts = {
      email: mail,
      phone: number,
      ...(place === "company" ? { company } : { [place]: text }),
    };
    return { ...aBody({}), externalId: mail, facts };
  });

test("no list, no open lead, no offer and no notice before acceptance holds a lead's address or number", () => {
  fc.assert(
    fc.property(lead, fc.constantFrom("limited", "full"), (body, transparency) => {
      const state = firstState(body);
      const request = { kind: "offer", to: { agentId: "anna" } } as const;
      const told = noticeFacts({ request, state, body, plan: { ...aPlan(), version: 1 }, agents: new Map() });
      const views = [listedFacts(body, transparency), openedFacts(body, transparency), maskedFacts(body.facts)];
      const shown = JSON.stringify([...views, told]);
      const { phone: number = "" } = body.facts;
      expect(shown).not.toContain("@");
      expect(shown).not.toContain(number);
      expect(shown.replaceAll(/\D/g, "")).not.toContain(number.replaceAll(/\D/g, "").slice(-8));
      expect(JSON.stringify(views)).not.toContain("domain");
    }),
    { numRuns: 500 },
  );
});
