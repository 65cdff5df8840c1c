import { describe, expect, test } from "vitest";
import type { AccessMeasure, AccessResult } from "../../../shared/domain/guard-rails/access-tier.ts";
import { accessText, nextAccess } from "../../../shared/domain/guard-rails/access-words.ts";
import { accessChangedText } from "../../../shared/domain/notices/picking-texts.ts";

const conversion: AccessMeasure = { metric: "conversion", value: 0.25, first: 0.3, third: 0.2, tier: 2 };
const contact: AccessMeasure = { metric: "minutesToContact", value: 300, first: 60, third: 240, tier: 3 };
const target: AccessMeasure = { metric: "target", value: 1.1, first: 1, third: 0.8, tier: 1 };
const result = (...measures: readonly AccessMeasure[]): AccessResult => ({
  tier: measures.some(({ tier }) => tier === 3) ? 3 : measures.every(({ tier }) => tier === 1) ? 1 : 2,
  leads: { assigned: 40, needed: 10 },
  measures,
});
/** With ordinary spaces. */
const plain = (text: string) => text.replaceAll("\u00A0", " ");

test("what is missing for the next tier, by each result that falls short of it", () => {
  const all = result(conversion, contact, target);
  expect(nextAccess(3, all)).toEqual({ tier: 2, missing: [{ metric: "minutesToContact", needed: 240, by: 60 }] });
  expect(nextAccess(2, all)).toEqual({
    tier: 1,
    missing: [
      { metric: "conversion", needed: 0.3, by: 0.05 },
      { metric: "minutesToContact", needed: 60, by: 240 },
    ],
  });
  expect(nextAccess(1, all)).toBeUndefined();
  const { value: _, ...unknown } = { ...conversion };
  expect(nextAccess(2, result(unknown))).toEqual({ tier: 1, missing: [{ metric: "conversion", needed: 0.3 }] });
  expect(nextAccess(3, result(target))).toEqual({ tier: 2, missing: [] });
});

describe("in a sentence for the agent", () => {
  test("the results, and what is missing", () => {
    const all = result(conversion, contact, target);
    expect(plain(accessText(3, all, "de"))).toBe(
      "Zugriffsstufe 3: Abschlüsse 25 % (Stufe 1 ab 30 %), Erstkontakt nach 300 Min. (Stufe 1 bis 60), Verkaufsziel 110 % (Stufe 1 ab 100 %). Für Stufe 2 fehlen: Erstkontakt 60 Min. früher (nach höchstens 240).",
    );
    expect(accessText(2, result(conversion), "en")).toBe(
      "Access tier 2: conversion 25% (tier 1 from 30%). Missing for tier 1: 5 percentage points of conversion.",
    );
    const { value: _, ...unknown } = { ...contact };
    expect(accessText(2, result({ ...unknown, tier: 2 }), "en")).toBe(
      "Access tier 2: first contact without a result yet. Missing for tier 1: a first result in first contact.",
    );
  });

  test("at the top nothing is missing; reached already, it counts from Monday; with too few leads it says so", () => {
    expect(accessText(1, result(target), "en")).toBe("Access tier 1: sales target 110% (tier 1 from 100%).");
    expect(plain(accessText(3, result(target), "de"))).toContain("Bleibt es dabei, gilt ab Montag Stufe 2.");
    const few = { ...result(conversion), leads: { assigned: 4, needed: 10 } };
    expect(accessText(2, few, "de")).toBe(
      "Zugriffsstufe 2: Bisher sind es 4 Leads, ab 10 entscheiden Ihre Ergebnisse.",
    );
    expect(accessText(2, few, "en")).toBe("Access tier 2: 4 leads so far, from 10 on your results decide.");
    const one = { ...few, leads: { assigned: 1, needed: 10 } };
    expect(accessText(2, one, "de")).toContain("Bisher ist es 1 Lead, ab 10");
    expect(accessText(2, one, "en")).toContain("1 lead so far, from 10");
  });

  test("whoever has fallen behind since is told before it counts", () => {
    expect(accessText(1, result(conversion), "en")).toBe(
      "Access tier 1: conversion 25% (tier 1 from 30%). If it stays like this, tier 2 counts from Monday on.",
    );
  });

  test("a change says in which direction", () => {
    expect(accessChangedText(2, 1, "Why.", "de").text).toBe("Sie können Leads ab heute früher aussuchen. Why.");
    expect(accessChangedText(1, 3, "Why.", "en").text).toBe("From today on you can pick leads later. Why.");
  });
});
