import { describe, expect, it } from "vitest";
import { whyTextsDe } from "../../../shared/domain/routing/words/why-texts-de.ts";
import { whyTextsEn } from "../../../shared/domain/routing/words/why-texts-en.ts";
import { whyWords } from "../../../shared/domain/routing/words/why-words.ts";
import type { RuleWhy } from "../../../shared/schemas/lead/decision.ts";

describe("why a rule matched or not, and found nobody", () => {
  it.each<[RuleWhy, string, string]>([
    [{}, "gilt für jeden Lead", "applies to every lead"],
    [{ by: [["interest", "eq", "seller"]] }, "Interesse ist seller", "interest is seller"],
    [{ by: [["interest", "eq", "seller", ""]] }, "Interesse ist nicht angegeben", "interest is not given"],
    [{ by: [["price", "gte", "500000", "300000"]] }, "Preis ist 300000, unter 500000", "price is 300000, below 500000"],
    [{ by: [["score", "between", "70, 90"]] }, "Punktzahl liegt in 70–90", "score is within 70–90"],
    [{ by: [["phone", "exists", "true"]] }, "Telefon ist angegeben", "phone is given"],
    [{ by: [["phone", "exists", "false"]] }, "Telefon ist nicht angegeben", "phone is not given"],
    [
      {
        by: [
          ["area", "in", "mitte, ost"],
          ["language", "ne", "de"],
        ],
        more: 2,
      },
      "Gebiet ist eines von mitte, ost und Sprache ist nicht de (und 2 weitere)",
      "area is one of mitte, ost and language is not de (and 2 more)",
    ],
    [
      { note: "knownPerson", nobody: { paused: 1, capacity: 2 } },
      "jemand betreut diese Person schon, aber niemand kann den Lead nehmen (1 in Pause, 2 ohne freien Platz)",
      "somebody has this person already, but nobody can take the lead (1 paused, 2 without room)",
    ],
    [
      { nobody: {} },
      "gilt für jeden Lead, aber in ihrer Gruppe ist niemand",
      "applies to every lead, but nobody is in its group",
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
    for (const table of ["met", "missed", "notes", "reasons"] as const) {
      expect(Object.keys(whyTextsDe[table])).toEqual(Object.keys(whyTextsEn[table]));
    }
  });
});
