import { describe, expect, it } from "vitest";
import { lookAtRules } from "../../../shared/domain/routing/choose-rule.ts";
import { factsOf } from "../../../shared/domain/routing/facts.ts";
import type { Condition } from "../../../shared/schemas/condition.ts";
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
  const [found] = lookAtRules(plan, factsOf(lead, now, "Europe/Berlin"));
  return { matched: found?.matched, why: found?.why() };
}

describe("a rule that is looked at", () => {
  it.each<[Condition | undefined, boolean, string]>([
    [undefined, true, "no condition"],
    [{ field: "area", op: "eq", value: "ost" }, true, "area = ost"],
    [{ field: "area", op: "eq", value: "nord" }, false, "mitte, ost is not area = nord"],
    [{ field: "budget.max", op: "gte", value: 500_000 }, false, "300000 is not budget.max ≥ 500000"],
    [{ field: "custom.garden", op: "eq", value: true }, true, "custom.garden = true"],
    [{ field: "hour", op: "eq", value: 0 }, true, "hour = 0"],
    [{ field: "weekday", op: "eq", value: "mon" }, true, "weekday = mon"],
    [{ field: "temperature", op: "in", value: ["hot", "warm"] }, true, "temperature in hot, warm"],
    [{ field: "source", op: "ne", value: "website" }, false, "website is not source ≠ website"],
    [{ field: "product", op: "exists", value: true }, false, "product is not given"],
    [{ field: "score", op: "between", value: [70, 90] }, true, "score between 70 and 90"],
    [{ any: [] }, false, "no part of the condition can apply"],
    [
      {
        any: [
          { field: "score", op: "lt", value: 10 },
          { field: "interest", op: "eq", value: "seller" },
        ],
      },
      false,
      "80 is not score < 10 nor buyer is not interest = seller",
    ],
  ])("%j matches: %s, because: %s", (when, matched, why) => {
    expect(look(when)).toEqual({ matched, why });
  });

  it("is explained in at most 80 characters", () => {
    const long = look({ field: "interest", op: "in", value: Array.from({ length: 50 }, (_, i) => `kind-${i}`) });
    expect(long.why?.length).toBeLessThanOrEqual(80);
  });
});
