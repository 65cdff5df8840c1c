import fc from "fast-check";
import { expect, test } from "vitest";
import { lookAtRules } from "../../../shared/domain/routing/choose-rule.ts";
import type { Plan } from "../../../shared/schemas/plan/plan.ts";
import { aPlan } from "../../support/routing-fixtures.ts";

const comparison = fc.oneof(
  fc.record({
    field: fc.constantFrom("score", "budget.max"),
    op: fc.constantFrom("gte", "lt"),
    value: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({
    field: fc.constantFrom("interest", "city"),
    op: fc.constantFrom("eq", "ne"),
    value: fc.constantFrom("buyer", "seller"),
  }),
);
const rules = fc.array(
  fc.array(comparison, { minLength: 1, maxLength: 5 }).map((all) => ({ when: { all } })),
  { minLength: 1, maxLength: 6 },
);
const value = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });
const word = fc.constantFrom("buyer", "seller", undefined);
const facts = fc
  .record({ score: value, max: value, interest: word, city: word })
  .map(({ max, ...rest }) => ({ ...rest, budget: { max } }));

test("a reason that was worked out for an earlier lead is the one this lead would get by itself", () => {
  fc.assert(
    fc.property(rules, fc.array(facts, { minLength: 2, maxLength: 12 }), (conditions, leads) => {
      const method = { type: "roundRobin" };
      const input = aPlan({ rules: conditions.map((rule, i) => ({ id: `rule-${i}`, method, ...rule })) });
      const plan: Plan = { ...input, version: 1 };
      for (const lead of leads) {
        const { explain } = lookAtRules(plan, lead);
        const { explain: byItself } = lookAtRules({ ...plan }, lead);
        for (const position of plan.rules.keys()) expect(explain(position)).toEqual(byItself(position));
      }
    }),
    { numRuns: 300 },
  );
});
