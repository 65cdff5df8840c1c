import { describe, expect, it } from "vitest";
import { whyTextsDe } from "../../../shared/domain/routing/words/why-texts-de.ts";
import { whyTextsEn } from "../../../shared/domain/routing/words/why-texts-en.ts";
import { whyWords } from "../../../shared/domain/routing/words/why-words.ts";
import type { RuleWhy } from "../../../shared/schemas/lead/decision.ts";

describe("why a rule matched or not, and found nobody", () => {
  it.each<[RuleWhy, string, string]>([
    [{}, "gilt für jeden Lead", "applies to every lead"],
    [{ by: [["interest", "eq", "seller"]] }, "Anliegen ist Verkauf", "interest is selling"],
    [{ by: [["interest", "eq", "seller", ""]] }, "Anliegen ist nicht angegeben", "interest is not given"],
    [
      { by: [["price", "gte", "500000", "300000"]] },
      "Preis ist 300.000, unter 500.000",
      "price is 300,000, below 500,000",
    ],
    [{ by: [["score", "between", "70, 90"]] }, "Punktzahl liegt zwischen 70 und 90", "score is between 70 and 90"],
    [{ by: [["phone", "exists", "true"]] }, "Telefonnummer ist angegeben", "phone number is given"],
    [{ by: [["phone", "exists", "false"]] }, "Telefonnummer ist nicht angegeben", "phone number is not given"],
    [
      {
        by: [
          ["area", "in", "mitte, ost"],
          ["language", "ne", "de"],
        ],
        more: 2,
      },
      "Gebiet ist mitte oder ost und Sprache ist nicht Deutsch (und 2 weitere Bedingungen)",
      "area is mitte or ost and language is not German (and 2 more conditions)",
    ],
    [
      { note: "knownPerson", nobody: { paused: 1, capacity: 2 } },
      "jemand betreut diese Person schon, aber niemand kann den Lead nehmen (1 in Pause, 2 ohne freien Platz)",
      "somebody has this person already, but nobody can take the lead (1 paused, 2 without room)",
    ],
    [
      { nobody: {} },
      "gilt für jeden Lead, aber zu ihrer Gruppe gehört niemand",
      "applies to every lead, but nobody belongs to its group",
    ],
    [
      { note: "noRulePlaced", nobody: { newReason: 1 } },
      "keine Regel hat den Lead vergeben, aber niemand kann den Lead nehmen (1 newReason)",
      "no rule placed the lead, but nobody can take the lead (1 newReason)",
    ],
  ])("%j reads %s", (why, de, en) => {
    expect(whyWords(why, "de")).toBe(de);
    expect(whyWords(why, "en")).toBe(en);
  });

  it("has words for every operator and reason in both languages", () => {
    for (const table of ["met", "missed", "notes", "reasons", "but", "yesNo", "notGiven"] as const) {
      expect(Object.keys(whyTextsDe[table])).toEqual(Object.keys(whyTextsEn[table]));
    }
  });
});
