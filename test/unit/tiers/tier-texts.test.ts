import { describe, expect, test } from "vitest";
import {
  coachingNoteText,
  tierChangedText,
  tierProposedText,
  tierSetText,
} from "../../../shared/domain/notices/tier-texts.ts";

const figures = { assigned: 40, converted: 10, conversion: 0.25 };
const about = { from: "C", to: "B", kind: "promotion", level: 0.25, bar: 0.22, reviews: 2, figures } as const;
/** The same in difficult leads: fewer deals, judged as more. */
const weighed = { ...about, level: 0.31 };
const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("to the leaders (C4)", () => {
  test.each([
    ["en", 1, "Anna: conversion 25%, bar 22%, at one review. Proposed: tier B. A manager confirms or refuses it."],
    [
      "en",
      2,
      "Anna: conversion 25%, bar 22%, at 2 reviews in a row. Proposed: tier B. A manager confirms or refuses it.",
    ],
    [
      "de",
      1,
      "Anna: Abschlüsse 25 %, Maßstab 22 %, bei einer Überprüfung. Vorschlag: Stufe B. Ein Manager bestätigt das oder lehnt es ab.",
    ],
  ] as const)("a proposal, and who decides on it: %s, %i", (locale, reviews, text) => {
    expect(plain(tierProposedText("Anna", { ...about, reviews }, locale).text)).toBe(text);
  });

  test("a change that the plan made by itself asks for nobody's word", () => {
    const { subject, text } = tierSetText("Anna", about, "de");
    expect(subject).toBe("Stufe von Anna: C → B");
    expect(text).toMatch(/Ab jetzt Stufe B, wie es der Verteilungsplan vorsieht\.$/);
    expect(tierSetText("Anna", about, "en").text).not.toMatch(/manager/);
  });
});

describe("the conversion that counts is told apart from the one that people count", () => {
  test("where sources weigh on it", () => {
    expect(tierProposedText("Anna", weighed, "en").text).toMatch(
      /conversion 31% \(allowing for the sources, else 25%\), bar/,
    );
    expect(plain(tierChangedText(weighed, "de").text)).toBe(
      "Glückwunsch! Sie sind jetzt in Stufe B: Abschlüsse 31 % (um die Quellen bereinigt, sonst 25 %), Maßstab 22 %.",
    );
  });
});

test("the agent reads why the manager says so", () => {
  const decided = { actor: "agent:mia", at: 0, reason: "Weiter so" };
  expect(tierChangedText({ ...about, decided }, "de").text).toMatch(/ Begründung: „Weiter so“\.$/);
  expect(tierChangedText({ ...about, decided: { ...decided, reason: "Well done" } }, "en").text).toMatch(
    / Reason: “Well done”\.$/,
  );
});

test("a coaching note says whether it is about staying or about moving up", () => {
  const subject = (keeps: boolean, locale: "de" | "en") => coachingNoteText({ aim: "A", keeps }, "…", locale).subject;
  expect([subject(true, "de"), subject(false, "de")]).toEqual([
    "So bleiben Sie in Stufe A",
    "So kommen Sie auf Stufe A",
  ]);
  expect([subject(true, "en"), subject(false, "en")]).toEqual(["How to stay in tier A", "How to reach tier A"]);
});

test("who is just below the bar does not read the bar", () => {
  const just = { ...about, level: 0.2996, bar: 0.3, figures: { ...figures, conversion: 0.2996 } };
  expect(plain(tierProposedText("Anna", just, "de").text)).toMatch(/^Anna: Abschlüsse 29,96 %, Maßstab 30 %,/);
  expect(tierChangedText({ ...just, level: 0.3 }, "en").text).toMatch(/conversion 30%, the bar is 30%\./);
});
