import { describe, expect, test } from "vitest";
import { type Coaching, coachingOf } from "../../../shared/domain/tiers/coaching.ts";
import { coachingText } from "../../../shared/domain/tiers/coaching-text.ts";
import type { TierPath } from "../../../shared/domain/tiers/tier-path.ts";
import type { AgentFigures } from "../../../shared/schemas/figures.ts";

const figures = (given: Partial<AgentFigures> = {}): AgentFigures => ({
  ...{ agentId: "anna", from: 0, to: 1, assigned: 40, contacted: 40, appointments: 8, noShows: 0, converted: 6 },
  ...{ minutesToContact: 95, appointmentRate: 0.2, averageDeal: { amount: 9_000, currency: "EUR" } },
  ...{ sources: {}, assignedEver: 80, ...given },
});
const usual = figures({ minutesToContact: 30, appointmentRate: 0.4, averageDeal: { amount: 10_500, currency: "EUR" } });
const leads = { assigned: 40, needed: 20 };
const reviews = { done: 0, needed: 2 };
const inC: TierPath = { place: "C", level: 0.15, leads, next: { tier: "B", bar: 0.2, missing: 0.05, reviews } };
const inA: TierPath = { place: "A", level: 0.28, leads, hold: { tier: "B", bar: 0.3, missing: 0.02, reviews } };
const coach = (path: TierPath, own = figures(), others = [usual, usual]) => coachingOf(path, own, () => others);

describe("the coaching note (C4)", () => {
  test("says how far the next tier is in deals, and what is furthest from usual there", () => {
    expect(coach(inC)).toEqual({
      ...{ aim: "B", keeps: false, level: 0.15, bar: 0.2, assigned: 40, deals: 2 },
      points: [
        { metric: "minutesToContact", value: 95, usual: 30 },
        { metric: "appointmentRate", value: 0.2, usual: 0.4 },
        { metric: "averageDeal", value: 9_000, usual: 10_500 },
      ],
    });
  });

  test.each<[string, TierPath, Partial<Coaching> | undefined]>([
    ["in A below its bar", inA, { aim: "A", keeps: true, deals: 1 }],
    ["in A at its bar", { ...inA, hold: { tier: "B", bar: 0.28, missing: 0, reviews } }, undefined],
    [
      "in B above its bar, on the way to A",
      {
        ...inA,
        place: "B",
        next: { tier: "A", bar: 0.4, missing: 0.12, reviews },
        hold: { tier: "C", bar: 0.2, missing: 0, reviews },
      },
      undefined,
    ],
    ["in C at the bar of B", { ...inC, next: { tier: "B", bar: 0.15, missing: 0, reviews } }, undefined],
    [
      "with too few leads to tell",
      { place: "C", leads, next: { tier: "B", bar: 0.2, missing: 0.2, reviews } },
      undefined,
    ],
    ["a newcomer", { place: "newcomer", level: 0.1, leads }, undefined],
  ])("%s", (_name, path, expected) => {
    if (expected === undefined) expect(coach(path)).toBeUndefined();
    else expect(coach(path)).toMatchObject(expected);
  });

  test("what is as usual, in another currency, or nobody's to compare with is no point", () => {
    const points = (own: Partial<AgentFigures>, others = [usual, usual]) =>
      coach(inC, figures(own), others)?.points.map(({ metric }) => metric);
    const good = { minutesToContact: 32, appointmentRate: 0.37, averageDeal: { amount: 10_000, currency: "EUR" } };
    expect(points(good)).toEqual([]);
    expect(points({ ...good, averageDeal: { amount: 100, currency: "CHF" } })).toEqual([]);
    expect(points({}, [usual])).toEqual([]);
    expect(points({ ...good, appointmentRate: 0.36 })).toEqual(["appointmentRate"]);
  });
});

describe("in words", () => {
  const plain = (coaching: Coaching | undefined, locale: "de" | "en") =>
    coaching && coachingText(coaching, locale).replaceAll("\u00A0", " ");

  test("which result, how far, what to do", () => {
    expect(plain(coach(inC), "de")).toBe(
      "Für Stufe B fehlen 5 Prozentpunkte: Sie schließen 15 % ab, verlangt sind 20 %. Bei 40 Leads sind das 2 Abschlüsse mehr. " +
        "Melden Sie sich schneller: bisher im Mittel nach 95 Min., in Stufe B nach 30. Nehmen Sie nur an, wenn Sie gleich anrufen können, und pausieren Sie sonst. " +
        "Machen Sie mehr Termine: bisher bei 20 % der Leads, in Stufe B bei 40 %. Schlagen Sie im ersten Gespräch gleich zwei Zeiten vor. " +
        "Ihre Abschlüsse sind im Mittel 9.000 wert, in Stufe B 10.500. Klären Sie Budget und Wunsch früh, und fragen Sie Ihre Leitung nach passenden Objekten.",
    );
    expect(plain(coach(inA, figures(), []), "en")).toBe(
      "To stay in tier A 2 percentage points are missing: you convert 28%, it takes 30%. With 40 leads that is one deal more. " +
        "Speed and appointments are fine; the last step is missing. Go through the leads you lost last with your leader.",
    );
    expect(plain(coach(inA), "de")).toMatch(
      /^Um in Stufe A zu bleiben, fehlen 2 Prozentpunkte: .* einen Abschluss mehr\./,
    );
    expect(plain(coach(inC), "en")).toMatch(
      /^For tier B 5 percentage points are missing: .* 2 deals more\. Make contact sooner/,
    );
  });
});
