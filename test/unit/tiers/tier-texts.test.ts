import { expect, test } from "vitest";
import { tierProposedText } from "../../../shared/domain/notices/tier-texts.ts";

const about = { from: "C", to: "B", kind: "promotion", level: 0.25, bar: 0.22 } as const;

test.each([
  ["en", 1, "Anna converts 25% (bar 22%, at one review). Proposed: tier B. A manager confirms or refuses it."],
  ["en", 2, "Anna converts 25% (bar 22%, at 2 reviews in a row). Proposed: tier B. A manager confirms or refuses it."],
] as const)("a leader is told of a proposal, and who decides on it: %s, %i", (locale, reviews, text) => {
  expect(tierProposedText("Anna", { ...about, reviews }, locale).text).toBe(text);
});

test("in German as well", () => {
  const text = (reviews: number) => tierProposedText("Anna", { ...about, reviews }, "de").text;
  expect(text(1)).toMatch(
    /bei einer Überprüfung\)\. Vorschlag: Stufe B\. Ein Manager bestätigt das oder lehnt es ab\.$/,
  );
  expect(text(2)).toMatch(/bei 2 Überprüfungen in Folge/);
});
