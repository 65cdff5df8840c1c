import { expect, test } from "vitest";
import { fullText } from "../../../shared/domain/notices/notice-text.ts";

const facts = { temperature: "hot", name: "ohne Namen", about: ["Berlin", "kauft"], reference: "ld_1" } as const;
const text = (kind: Parameters<typeof fullText>[0], given: object) => fullText(kind, "de", { ...facts, ...given }).text;

test.each([
  [
    "handedOver",
    { agentName: "Tom Berg", reason: "Kunde will sofort" },
    "Der Lead ohne Namen ist an Tom Berg übergeben (Kunde will sofort).",
  ],
  ["handedOver", { agentName: "Tom Berg", offered: true }, "Der Lead ohne Namen ist Tom Berg zur Übernahme angeboten."],
  ["handedOver", {}, "Der Lead ohne Namen ist übergeben und wartet auf jemanden, der ihn übernimmt."],
  [
    "takenBack",
    { agentName: "Vera", offered: false, reason: "Luxus-Interesse" },
    "Der Lead ohne Namen ist jetzt bei Vera, nicht mehr bei Ihnen (Luxus-Interesse).",
  ],
  [
    "takenBack",
    { agentName: "Vera", offered: true, reason: "kein Kontakt in der Frist" },
    "Der Lead ohne Namen ist nicht mehr bei Ihnen: kein Kontakt in der Frist.",
  ],
  [
    "returnAsked",
    { agentName: "Anna", reason: "Spam" },
    "Anna meldet den Lead ohne Namen, Berlin, kauft, als schlecht: Spam. Bitte zurückgeben oder ablehnen.",
  ],
] as const)("%s with %j says who has the lead now, with one colon at most", (kind, given, words) => {
  expect(text(kind, given)).toBe(words);
});

test("a bad lead of which nothing is known but the name", () => {
  expect(text("returnAsked", { agentName: "Anna", about: [] })).toMatch(/den Lead ohne Namen als schlecht\. Bitte/);
});
