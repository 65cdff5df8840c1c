import { expect, test } from "vitest";
import { budgetFrom, moneyFrom } from "../../../shared/domain/intake/facts/amounts.ts";
import { countryCode, languageCode } from "../../../shared/domain/intake/facts/country-language.ts";
import { emailAddress } from "../../../shared/domain/intake/facts/email-address.ts";
import { standardIndustry } from "../../../shared/domain/intake/facts/industry.ts";
import { standardInterest } from "../../../shared/domain/intake/facts/interest.ts";
import { personName, splitName } from "../../../shared/domain/intake/facts/person-name.ts";
import { phoneNumber } from "../../../shared/domain/intake/facts/phone-number.ts";
import { postalCode } from "../../../shared/domain/intake/facts/postal-code.ts";
import { standardPropertyType } from "../../../shared/domain/intake/facts/property-type.ts";
import { standardTimeline } from "../../../shared/domain/intake/facts/timeline.ts";

test.each([
  ["ERIKA", "Erika"],
  ["müller-lüdenscheidt", "Müller-Lüdenscheidt"],
  ["O'NEILL", "O'Neill"],
  ["mcdonald", "McDonald"],
  ["von der leyen", "von der Leyen"],
  ["McArthur", "McArthur"],
  ["de Boer", "de Boer"],
  ["  Erika\u00a0 Maria ", "Erika Maria"],
  ["Zoe\u0308", "Zoë"],
  ["ßmith", "ßmith"],
  ["李小龙", "李小龙"],
])("name %j is written %j", (text, name) => {
  expect(personName(text)).toBe(name);
});

test.each([
  ["Erika Mustermann", { firstName: "Erika", lastName: "Mustermann" }],
  ["Ursula von der Leyen", { firstName: "Ursula", lastName: "von der Leyen" }],
  ["Anna Maria Schmidt", { firstName: "Anna Maria", lastName: "Schmidt" }],
  ["Mustermann, Erika", { firstName: "Erika", lastName: "Mustermann" }],
  ["Cher", { lastName: "Cher" }],
  ["", {}],
])("%j is split into %j", (text, names) => {
  expect(splitName(text)).toEqual(names);
});

test.each([
  [" Erika@Example.COM ", { email: "erika@example.com", disposable: false }],
  ["info@müller.example", { email: "info@xn--mller-kva.example", disposable: false }],
  ["x@sub.yopmail.com", { email: "x@sub.yopmail.com", disposable: true }],
  ["x@notyopmail.com", { email: "x@notyopmail.com", disposable: false }],
  ["erika@", undefined],
  ["@example.com", undefined],
  ["erika example.com", undefined],
])("e-mail %j is %j", (text, address) => {
  expect(emailAddress(text)).toEqual(address);
});

test.each([
  ["0049 (0)171/39200-15", "DE", "+491713920015"],
  ["Tel: 0171-392 00 12 ab 17 Uhr", "DE", "+491713920012"],
  ["+1 (512) 555-0145", "DE", "+15125550145"],
  ["０１７１ ３９２００１２", "DE", "+491713920012"],
  ["0664 1234567", "AT", "+436641234567"],
  ["nach 17 Uhr", "DE", undefined],
  ["0171 3920012", "XX", undefined],
])("phone %j from %s is %s", (text, country, number) => {
  expect(phoneNumber(text, country)?.number).toBe(number);
});

test.each([
  ["01067", "DE", "01067"],
  [" 10 115 ", "DE", "10115"],
  ["d-10115", "DE", "10115"],
  ["A-1010", "AT", "1010"],
  ["sw1a  1aa", "GB", "SW1A 1AA"],
  ["114 55", "SE", "114 55"],
  ["DE1 2AB", "GB", "DE1 2AB"],
])("postal code %j in %s is %j", (text, country, code) => {
  expect(postalCode(text, country)).toBe(code);
});

test.each([
  ["Käufer", "buyer"],
  ["KAEUFER", "buyer"],
  ["kaufen", "buyer"],
  ["buy", "buyer"],
  ["buyer", "buyer"],
  ["I want to buy a house", "buyer"],
  ["Verkauf", "seller"],
  ["Ich möchte verkaufen", "seller"],
  ["selling", "seller"],
  ["Bewertung", "seller"],
  ["Mieten", "renter"],
  ["Vermietung", "landlord"],
  ["Kapitalanlage", "investor"],
  ["Sonstiges", "other"],
  ["kaufen oder mieten", undefined],
  ["Tausch", undefined],
])("interest %j is %s", (text, interest) => {
  expect(standardInterest(text)).toBe(interest);
});

test.each([
  ["now", "now"],
  ["Sofort!", "now"],
  ["3m", "3m"],
  ["1-3 months", "3m"],
  ["3 bis 6 Monate", "6m"],
  ["in 4 weeks", "now"],
  ["8 Wochen", "3m"],
  ["within a year", "12m"],
  ["1 year", "12m"],
  ["P3M", "3m"],
  ["6-12 Monate", "12m"],
  ["in 2 Jahren", undefined],
  ["weiß nicht", "unknown"],
  ["3", undefined],
  ["", undefined],
])("timeline %j is %s", (text, timeline) => {
  expect(standardTimeline(text)).toBe(timeline);
});

test.each([
  ["DE", "DE"],
  ["de", "DE"],
  ["Deutschland", "DE"],
  ["Germany", "DE"],
  ["DEU", "DE"],
  ["UK", "GB"],
  ["Österreich", "AT"],
  ["USA", "US"],
  ["Schweiz", "CH"],
  ["XX", undefined],
  ["Atlantis", undefined],
  ["EU", undefined],
])("country %j is %s", (text, code) => {
  expect(countryCode(text)).toBe(code);
});

test.each([
  ["de-DE", "de"],
  ["de_AT", "de"],
  ["Deutsch", "de"],
  ["english", "en"],
  ["deu", "de"],
  ["fr-CA,fr;q=0.9", "fr"],
  ["xx", undefined],
  ["?", undefined],
])("language %j is %s", (text, code) => {
  expect(languageCode(text)).toBe(code);
});

test("kinds of property and industries have one word; others stay the tenant's own", () => {
  expect(["Wohnung", "ETW", "Flat", "condo"].map(standardPropertyType)).toEqual(Array(4).fill("apartment"));
  expect(standardPropertyType("Schloss am See")).toBe("schloss am see");
  expect(["IT", "Informationstechnologie", "SaaS"].map(standardIndustry)).toEqual(Array(3).fill("software"));
  expect(standardIndustry("Imkerei")).toBe("imkerei");
});

test.each([
  ["bis 600.000 EUR", { max: 600_000, currency: "EUR" }],
  ["ab 300k", { min: 300_000, currency: "EUR" }],
  ["400.000 € - 500.000 €", { min: 400_000, max: 500_000, currency: "EUR" }],
  ["350000", { min: 350_000, max: 350_000, currency: "EUR" }],
  ["0,5 bis 1,2 Mio", { min: 0.5, max: 1_200_000, currency: "EUR" }],
  ["$1,250,000.50", { min: 1_250_000.5, max: 1_250_000.5, currency: "USD" }],
  ["viel", undefined],
])("budget %j is %j", (text, budget) => {
  expect(budgetFrom(text, "DE")).toEqual(budget);
});

test("an amount without a currency is in the country's", () => {
  expect(moneyFrom("850'000", "CH")).toEqual({ amount: 850_000, currency: "CHF" });
  expect(moneyFrom("99,90", "DE")).toEqual({ amount: 99.9, currency: "EUR" });
});
