import { describe, expect, it } from "vitest";
import { lookAtRules } from "../../../shared/domain/routing/choose-rule.ts";
import { factsOf } from "../../../shared/domain/routing/facts.ts";
import { whyWords } from "../../../shared/domain/routing/words/why-words.ts";
import type { Condition } from "../../../shared/schemas/plan/condition.ts";
import { aLead, aPlan } from "../../support/routing-fixtures.ts";

const now = Date.parse("2026-11-22T23:30:00Z");
const lead = aLead(1, {
  facts: { interest: "buyer", budget: { max: 300_000, currency: "EUR" }, custom: { garden: true } },
  areas: ["mitte", "ost"],
  temperature: "hot",
  score: 80,
});

function look(when?: Condition) {
  const plan = { ...aPlan({ rules: [{ id: "rule", method: { type: "pool" }, ...(when && { when }) }] }), version: 1 };
  const { matches, explain } = lookAtRules(plan, factsOf(lead, now, "Europe/Berlin"));
  const stored = explain(0);
  return { matched: matches.length > 0, why: whyWords(stored, "en"), stored };
}

describe("a rule that is looked at", () => {
  it.each<[Condition | undefined, boolean, string]>([
    [undefined, true, "applies to every lead"],
    [{ field: "area", op: "eq", value: "ost" }, true, "area is ost"],
    [{ field: "area", op: "eq", value: "nord" }, false, "area is mitte and ost, not nord"],
    [{ field: "budget.max", op: "gte", value: 500_000 }, false, "maximum budget is 300,000, below 500,000"],
    [{ field: "custom.garden", op: "eq", value: true }, true, "garden: yes"],
    [{ field: "hour", op: "eq", value: 0 }, true, "time of day is 0:00"],
    [{ field: "weekday", op: "eq", value: "mon" }, true, "weekday is Monday"],
    [{ field: "temperature", op: "in", value: ["hot", "warm"] }, true, "temperature is hot or warm"],
    [{ field: "source", op: "ne", value: "website" }, false, "source is website"],
    [{ field: "product", op: "exists", value: true }, false, "product is not given"],
    [{ field: "score", op: "between", value: [70, 90] }, true, "score is between 70 and 90"],
    [{ any: [] }, false, "the condition never holds"],
    [
      {
        any: [
          { field: "score", op: "lt", value: 10 },
          { field: "interest", op: "eq", value: "seller" },
        ],
      },
      false,
      "score is 80, not below 10 and interest is buying, not selling",
    ],
  ])("%j matches: %s, because: %s", (when, matched, why) => {
    expect(look(when)).toMatchObject({ matched, why });
  });

  it("is explained briefly: of many comparisons the first, and how many more", () => {
    const long = look({ field: "interest", op: "in", value: Array.from({ length: 50 }, (_, i) => `kind-${i}`) });
    expect(JSON.stringify(long.stored).length).toBeLessThanOrEqual(80);
    const many = look({
      any: Array.from({ length: 9 }, () => ({ field: "product", op: "eq", value: "p".repeat(99) })),
    });
    expect(JSON.stringify(many.stored).length).toBeLessThanOrEqual(150);
    expect(many.why).toMatch(/product is not given and .* \(and \d more conditions\)$/);
  });
});
