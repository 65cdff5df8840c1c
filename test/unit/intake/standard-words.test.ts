import { expect, test } from "vitest";
import { normaliseFacts } from "../../../shared/domain/intake/facts/normalise-facts.ts";
import { compileRules, match } from "../../../shared/domain/rules/compile-rules.ts";
import type { Condition } from "../../../shared/schemas/plan/condition.ts";

const matches = (when: Condition, sent: Record<string, string>): boolean => {
  const normalised = normaliseFacts({ email: "a@example.com", ...sent }, "DE");
  if (!normalised.accepted) throw new Error("not accepted");
  return match(compileRules([{ id: "rule", when }]), normalised.facts).first === "rule";
};

test.each([
  ["interest", "Käufer", "kaufen"],
  ["propertyType", "Wohnung", "condo"],
  ["propertyType", "apartment", "ETW"],
  ["propertyType", "Schloss", "schloss"],
  ["timeline", "sofort", "now"],
  ["country", "Deutschland", "DE"],
  ["language", "Deutsch", "de-AT"],
])("a rule's %s %j matches a lead's %j", (field, value, sent) => {
  expect(matches({ field, op: "eq", value }, { [field]: sent })).toBe(true);
  expect(matches({ field, op: "in", value: ["nothing", value] }, { [field]: sent })).toBe(true);
  expect(matches({ field, op: "ne", value }, { [field]: sent })).toBe(false);
});

test("other words still do not match", () => {
  expect(matches({ field: "interest", op: "eq", value: "Käufer" }, { interest: "verkaufen" })).toBe(false);
  expect(matches({ field: "city", op: "eq", value: "Wohnung" }, { city: "apartment" })).toBe(false);
});
