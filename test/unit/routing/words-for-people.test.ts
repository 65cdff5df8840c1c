import { describe, expect, it } from "vitest";
import { fieldNames, valuesOf } from "../../../shared/domain/plan/conditions/field-values.ts";
import { summaryOf } from "../../../shared/domain/routing/words/summary.ts";
import type { SummaryNames } from "../../../shared/domain/routing/words/summary-names.ts";
import { fieldNamesDe } from "../../../shared/domain/routing/words/values/field-names-de.ts";
import { valueNamesDe } from "../../../shared/domain/routing/words/values/value-names-de.ts";
import { whyWords } from "../../../shared/domain/routing/words/why-words.ts";
import type { Decision, RuleWhy } from "../../../shared/schemas/lead/decision.ts";

const names: SummaryNames = {
  agents: new Map([["kim", { name: "Kim" }]]),
  areas: new Map([
    ["mitte", { name: "Mitte" }],
    ["nord", { name: "Nordstadt" }],
  ]),
  sources: new Map([["portal", { name: "Immoportal" }]]),
  rules: [{ id: "local", name: "Vor Ort" }],
  currency: "EUR",
  holidays: "DE-BE",
};

describe("why a rule matched, in words that nobody has to look up", () => {
  it.each<[RuleWhy["by"], string, string]>([
    [
      [["budget.max", "gte", "1000000"]],
      "Höchstbudget ist mindestens 1.000.000 €",
      "maximum budget is at least €1,000,000",
    ],
    [
      [["budget.max", "gte", "1000000", "350000.5"]],
      "Höchstbudget ist 350.000,50 €, unter 1.000.000 €",
      "maximum budget is €350,000.50, below €1,000,000",
    ],
    [[["interest", "eq", "buyer"]], "Anliegen ist Kauf", "interest is buying"],
    [[["temperature", "eq", "cold", "hot"]], "Temperatur ist heiß, nicht kalt", "temperature is hot, not cold"],
    [
      [["propertyType", "in", "house, apartment"]],
      "Objektart ist Haus oder Wohnung",
      "property type is house or apartment",
    ],
    [
      [["propertyType", "in", "house, apartment", "land"]],
      "Objektart ist Grundstück, nicht Haus oder Wohnung",
      "property type is land, not house or apartment",
    ],
    [
      [["propertyType", "in", "house, apartment, townhouse, …"]],
      "Objektart ist Haus, Wohnung, Reihenhaus oder anderes",
      "property type is house, apartment, townhouse or others",
    ],
    [[["timeline", "eq", "3m"]], "Zeitrahmen ist innerhalb von 3 Monaten", "timeline is within 3 months"],
    [[["channel", "eq", "outbound"]], "Kanal ist Ansprache durch uns", "channel is our own approach"],
    [[["weekday", "in", "sat, sun"]], "Wochentag ist Samstag oder Sonntag", "weekday is Saturday or Sunday"],
    [
      [["hour", "between", "8, 18"]],
      "Uhrzeit liegt zwischen 8 Uhr und 18 Uhr",
      "time of day is between 8:00 and 18:00",
    ],
    [[["source", "eq", "portal"]], "Quelle ist Immoportal", "source is Immoportal"],
    [[["area", "eq", "nord", "mitte"]], "Gebiet ist Mitte, nicht Nordstadt", "area is Mitte, not Nordstadt"],
    [[["area", "eq", "nord", ""]], "der Lead liegt in keinem Gebiet", "the lead lies in no area"],
    [[["open", "eq", "false"]], "es ist geschlossen", "the business is closed"],
    [[["open", "eq", "true", "false"]], "es ist geschlossen", "the business is closed"],
    [[["holiday", "ne", "true"]], "an diesem Tag ist kein Feiertag", "it is no public holiday"],
    [[["custom.garten", "eq", "true"]], "garten: ja", "garten: yes"],
    [[["postalCode", "prefix", "101"]], "Postleitzahl beginnt mit 101", "postal code begins with 101"],
  ])("%j", (by, de, en) => {
    expect(whyWords({ by }, "de", names)).toBe(de);
    expect(whyWords({ by }, "en", names)).toBe(en);
  });

  it("has German words for every field, and for every value that is the product's own", () => {
    for (const field of fieldNames("progressive")) {
      expect(fieldNamesDe[field], field).toMatch(/\p{L}/u);
      const { texts } = valuesOf(field, "progressive") ?? {};
      for (const value of Array.isArray(texts) ? texts : [])
        expect(valueNamesDe[field]?.[value], value).toMatch(/\p{L}/u);
    }
  });

  it.each<[RuleWhy, string, string]>([
    [
      { note: "knownCompany", nobody: { paused: 1 } },
      "jemand betreut diese Firma schon, macht aber Pause",
      "somebody has this company already, but is paused",
    ],
    [
      { note: "firstContact", nobody: { inactive: 1 } },
      "jemand aus dem Team hatte den Erstkontakt, ist aber nicht mehr aktiv",
      "somebody in the team made the first contact, but is no longer active",
    ],
    [
      { note: "noSuchAgent", nobody: { inactive: 1 } },
      "als Erstkontakt nennt der Absender jemanden, den es im Team nicht gibt",
      "the sender names somebody for the first contact who is not in the team",
    ],
    [{ note: "closed", closedDay: "2026-12-25" }, "Feiertag (1. Weihnachtstag)", "Public holiday (Christmas Day)"],
    [{ note: "closed", closedDay: "2026-12-24" }, "Den ganzen Tag geschlossen", "Closed all day"],
  ])("%j", (why, de, en) => {
    expect(whyWords(why, "de", names)).toBe(de);
    expect(whyWords(why, "en", names)).toBe(en);
  });
});

describe("why this agent, in one sentence", () => {
  const by = (given: Partial<Decision>, weight = 1, share = 0.3): readonly string[] => {
    const decision: Decision = {
      ...{ ruleId: "local", method: "roundRobin", chosen: ["kim"], rules: [], outcome: "agent", planVersion: 1 },
      ...{ ticket: { epoch: 1, n: 7 }, considered: [{ agentId: "kim", eligible: true, weight, share }], ...given },
    };
    return (["de", "en"] as const).map((locale) => summaryOf(decision, names, locale));
  };

  it.each<[string, readonly string[], string, string]>([
    [
      "the tier and what it gets",
      by({ method: "tiers", tier: { place: "A", share: 0.4 } }),
      "Regel „Vor Ort“: Kim ist an der Reihe (Stufe A, 40 % der Leads, Vergabe Nr. 7).",
      "Rule “Vor Ort”: it is Kim's turn (tier A, 40 % of the leads, ticket 7).",
    ],
    [
      "a newcomer's place",
      by({ method: "tiers", tier: { place: "newcomer", share: 0.1 } }),
      "Regel „Vor Ort“: Kim ist an der Reihe (neu im Team, Anteil zwischen den Stufen B und C, Vergabe Nr. 7).",
      "Rule “Vor Ort”: it is Kim's turn (new in the team, with a share between tiers B and C, ticket 7).",
    ],
    [
      "a ramp",
      by({}, 0.3333),
      "Regel „Vor Ort“: Kim ist an der Reihe (neu im Team, derzeit jede dritte Runde, Vergabe Nr. 7).",
      "Rule “Vor Ort”: it is Kim's turn (new in the team, every third round for now, ticket 7).",
    ],
    [
      "a ramp that is no fraction",
      by({}, 0.4),
      "Regel „Vor Ort“: Kim ist an der Reihe (neu im Team, derzeit 40 % eines vollen Anteils, Vergabe Nr. 7).",
      "Rule “Vor Ort”: it is Kim's turn (new in the team, 40 % of a full share for now, ticket 7).",
    ],
    [
      "a weight",
      by({ method: "weighted" }, 1.5),
      "Regel „Vor Ort“: Kim ist an der Reihe (1,5-facher Anteil, Vergabe Nr. 7).",
      "Rule “Vor Ort”: it is Kim's turn (1.5 times a share, ticket 7).",
    ],
    [
      "the area",
      by({ method: "lastInArea", poolId: "local:area=nord" }),
      "Regel „Vor Ort“: Kim arbeitet im Gebiet Nordstadt und ist dort an der Reihe (Vergabe Nr. 7).",
      "Rule “Vor Ort”: Kim works in Nordstadt and is next in turn there (ticket 7).",
    ],
    [
      "an overlap",
      by({ method: "area", poolId: "local:area=mitte%2Bnord~again" }),
      "Regel „Vor Ort“: Kim ist an der Reihe, wo sich Mitte und Nordstadt überschneiden (Vergabe Nr. 7).",
      "Rule “Vor Ort”: it is Kim's turn where Mitte and Nordstadt overlap (ticket 7).",
    ],
    [
      "the first contact",
      by({ ruleId: "continuity", method: "owner", knownThrough: "outbound" }),
      "Erstkontakt durch uns: Kim hatte den Erstkontakt mit dieser Person.",
      "First contact by us: Kim made the first contact with this person.",
    ],
    [
      "the company",
      by({ ruleId: "continuity", method: "owner", knownThrough: "account" }),
      "Bekannte Firma: Kim betreut diese Firma schon.",
      "Known company: Kim has this company already.",
    ],
    [
      "the holiday",
      by({
        ...{ ruleId: "business-hours", method: "hold", outcome: "queued", chosen: [], considered: [] },
        rules: [{ ruleId: "business-hours", matched: true, why: { note: "closed", closedDay: "2026-12-25" } }],
      }),
      "Feiertag (1. Weihnachtstag): Der Lead wartet, bis geöffnet ist, und wird dann in der Reihenfolge des Eingangs vergeben.",
      "Public holiday (Christmas Day): the lead waits until the business opens and then goes out in order of arrival.",
    ],
  ])("names %s", (_what, [de, en], inGerman, inEnglish) => {
    expect(de).toBe(inGerman);
    expect(en).toBe(inEnglish);
  });
});
