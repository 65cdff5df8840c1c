import { expect, test } from "vitest";
import { pathText } from "../../../shared/domain/tiers/path-text.ts";
import type { TierPath } from "../../../shared/domain/tiers/tier-path.ts";

const leads = { assigned: 12, needed: 20 };
const reviews = { done: 1, needed: 2 };
const newcomer: TierPath = { place: "newcomer", leads, newcomer: { assigned: 14, needed: 50 } };
const up = { tier: "A", bar: 0.3, missing: 0.05, reviews } as const;
const inB: TierPath = { place: "B", level: 0.25, leads, next: up, hold: { tier: "C", bar: 0.2, missing: 0, reviews } };

test("a newcomer reads which number of leads is for what", () => {
  expect(pathText(newcomer, "de", "1. Februar 2027")).toBe(
    "Sie sind noch neu. In die Stufen kommen Sie ab dem 1. Februar 2027 und ab 50 zugeteilten Leads insgesamt; bisher sind es 14. Danach zählt Ihre Abschlussquote, sobald Sie in 90 Tagen 20 Leads hatten.",
  );
  expect(pathText(newcomer, "en")).toBe(
    "You are new here. You enter the tiers with 50 assigned leads in all; so far there are 14. From then on your conversion counts, as soon as you had 20 leads in 90 days.",
  );
});

test.each<[string, TierPath, RegExp]>([
  ["too few leads", { place: "C", leads }, /^Sie sind in Stufe C\. .* ab 20 Leads in 90 Tagen; bisher sind es 12\.$/],
  [
    "by the sources",
    { ...inB, conversion: 0.31 },
    /schließen Sie 25\s% \(um die Quellen bereinigt, sonst 31\s%\) ab\./,
  ],
  [
    "on the way",
    inB,
    /Stufe B; von Ihren Leads schließen Sie 25\s% ab\. Für Stufe A braucht es 30\s% bei 2 .* \(bisher 1\)\.$/,
  ],
  [
    "below the bar",
    { ...inB, level: 0.18, hold: { tier: "C", bar: 0.2, missing: 0.02, reviews } },
    /Unter 20\s% bei 2 Quartalsüberprüfungen in Folge \(bisher 1\) geht es eine Stufe hinunter\.$/,
  ],
  [
    "at the top",
    { place: "A", level: 0.4, leads, hold: { tier: "B", bar: 0.3, missing: 0, reviews } },
    /Sie bleiben darin mit mindestens 30\s%\.$/,
  ],
  [
    "one review",
    { ...inB, next: { ...up, reviews: { done: 0, needed: 1 } } },
    /30\s% bei der Überprüfung zum Quartalsende\.$/,
  ],
])("%s", (_, path, words) => {
  expect(pathText(path, "de")).toMatch(words);
  expect(pathText(path, "en")).not.toMatch(/Stufe|undefined/);
});
