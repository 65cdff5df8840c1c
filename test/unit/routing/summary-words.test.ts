import { describe, expect, it } from "vitest";
import { summaryOf } from "../../../shared/domain/routing/words/summary.ts";
import { summaryDe } from "../../../shared/domain/routing/words/summary-de.ts";
import { summaryEn } from "../../../shared/domain/routing/words/summary-en.ts";
import { whyTextsDe } from "../../../shared/domain/routing/words/why-texts-de.ts";
import { whyTextsEn } from "../../../shared/domain/routing/words/why-texts-en.ts";
import { type Decision, skipReason } from "../../../shared/schemas/lead/decision.ts";
import type { Method } from "../../../shared/schemas/plan/method.ts";
import type { Locale } from "../../../shared/schemas/primitives.ts";

const names = {
  agents: new Map([
    ["anna", { name: "Anna" }],
    ["ben", { name: "Ben" }],
  ]),
  rules: [{ id: "all", name: "Alle" }],
};

function sentence(given: Partial<Decision>, locale: Locale): string {
  const decision: Decision = {
    ...{ ruleId: "all", method: "roundRobin", chosen: ["anna"], considered: [], rules: [] },
    ...{ outcome: "agent", planVersion: 1, ...given },
  };
  return summaryOf(decision, names, locale);
}

/** How every method is told to somebody who does not know the plan. A method that is missing here does not compile. */
const told: Readonly<
  Record<Method["type"], { readonly given?: Partial<Decision>; readonly de: string; readonly en: string }>
> = {
  roundRobin: {
    given: { ticket: { epoch: 1, n: 7 } },
    de: "Anna ist an der Reihe (Vergabe Nr. 7)",
    en: "it is Anna's turn (ticket 7)",
  },
  weighted: {
    given: { ticket: { epoch: 1, n: 7 } },
    de: "Anna ist an der Reihe (Vergabe Nr. 7)",
    en: "it is Anna's turn (ticket 7)",
  },
  leastLoaded: { de: "Anna hat gerade die wenigsten offenen Leads", en: "Anna has the fewest open leads" },
  tiers: {
    given: { ticket: { epoch: 1, n: 7 } },
    de: "Anna ist an der Reihe (nach den Anteilen der Stufen, Vergabe Nr. 7)",
    en: "it is Anna's turn (by the shares of the tiers, ticket 7)",
  },
  fastest: {
    de: "Anna ist an der Reihe; wer schneller Kontakt aufnimmt, ist öfter dran",
    en: "it is Anna's turn; those who make contact faster have more turns",
  },
  area: {
    given: { ticket: { epoch: 1, n: 7 } },
    de: "Anna arbeitet in diesem Gebiet und ist dort an der Reihe (Vergabe Nr. 7)",
    en: "Anna works in this area and is next in turn there (ticket 7)",
  },
  lastInArea: {
    de: "Anna hat in diesem Gebiet auch den letzten Lead bekommen, den diese Regel vergeben hat",
    en: "Anna also got the last lead that this rule gave in this area",
  },
  agent: { de: "Anna ist dafür fest eingetragen", en: "Anna is named for this" },
  owner: { de: "Anna betreut diese Person schon", en: "Anna has this person already" },
  onCall: { de: "Anna hat gerade Bereitschaft", en: "Anna is on call" },
  isa: {
    given: { ticket: { epoch: 1, n: 7 } },
    de: "Anna ist mit dem Qualifizieren an der Reihe (Vergabe Nr. 7)",
    en: "it is Anna's turn to qualify the lead (ticket 7)",
  },
  pool: {
    given: { outcome: "pooled", chosen: [] },
    de: "Der Lead liegt im Pool; wer ihn zuerst nimmt, hat ihn",
    en: "the lead is in the pool; the first to claim it has it",
  },
  cherryPick: {
    given: { outcome: "pooled", chosen: [] },
    de: "Der Lead liegt zum Aussuchen bereit; wer ihn nimmt, hat ihn sofort und meldet sich bald bei der Person",
    en: "the lead is there to be picked; whoever takes it has it at once and contacts the person soon",
  },
  shared: {
    given: { chosen: ["anna", "ben"] },
    de: "Der Lead geht gleichzeitig an 2 Empfänger, die an der Reihe sind: Anna, Ben",
    en: "the lead goes at once to the 2 recipients whose turn it is: Anna, Ben",
  },
  // What a mix decides is told by the method of the part that was drawn.
  mix: {
    given: { method: "leastLoaded" },
    de: "Anna hat gerade die wenigsten offenen Leads",
    en: "Anna has the fewest open leads",
  },
};

describe("a decision in one sentence", () => {
  it.each(Object.entries(told))("by %s", (method, { given, de, en }) => {
    expect(sentence({ method, ...given }, "de")).toBe(`Regel „Alle“: ${de}.`);
    expect(sentence({ method, ...given }, "en")).toBe(`Rule “Alle”: ${en}.`);
  });

  it.each<[Partial<Decision>, string]>([
    [{ ruleId: "continuity", method: "owner" }, "Bekannter Kontakt: Anna betreut diese Person schon."],
    [{ ruleId: "fallback" }, "Auffangregel, weil keine andere Regel jemanden fand: Anna ist an der Reihe."],
    [
      { ruleId: "fallback", outcome: "queued", chosen: [] },
      "Auffangregel, weil keine andere Regel jemanden fand: Gerade kann niemand den Lead nehmen; er wird vergeben, sobald jemand frei ist.",
    ],
    [
      { ruleId: "handover", outcome: "nurture", chosen: [] },
      "Noch bei Marketing: Der Lead hat noch nicht genug Punkte für die Übergabe an den Vertrieb.",
    ],
  ])("%j", (given, expected) => {
    expect(sentence(given, "de")).toBe(expected);
  });

  it("of one share: to whom it went, and that others have the lead too", () => {
    const share = {
      ...{ ruleId: "all", method: "shared", chosen: ["anna"], considered: [], rules: [] },
      ...{ outcome: "agent", planVersion: 1 },
    } as const satisfies Decision;
    const told = (locale: Locale, among?: number) => summaryOf(share, names, locale, among);
    expect(told("de", 4)).toBe("Regel „Alle“: Der Lead geht gleichzeitig an Anna und 3 weitere Empfänger.");
    expect(told("de", 2)).toBe("Regel „Alle“: Der Lead geht gleichzeitig an Anna und einen weiteren Empfänger.");
    expect(told("en", 2)).toBe("Rule “Alle”: the lead goes at once to Anna and one other recipient.");
    expect(told("en", 1)).toBe("Rule “Alle”: the lead goes to Anna alone.");
    expect(told("de")).toBe("Regel „Alle“: Der Lead geht nur an Anna.");
  });

  it("names at most three who were left out, each with a reason in plain words", () => {
    const considered = skipReason.options.map((reason) => ({ agentId: "ben", eligible: false, reason }));
    const text = sentence({ considered }, "en");
    expect(text.split(";")).toHaveLength(4);
    for (const reason of skipReason.options) {
      for (const texts of [summaryDe, summaryEn])
        expect(texts.reasons[reason]).toMatch(/^[a-zäöü][a-zäöüß ]+[a-zäöü] [\wäöüß ]+|^ist |^is /i);
      for (const texts of [whyTextsDe, whyTextsEn]) expect(texts.reasons[reason]?.length).toBeGreaterThan(3);
    }
  });
});
