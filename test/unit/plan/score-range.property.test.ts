import fc from "fast-check";
import { expect, it } from "vitest";
import { scoresOutOfReach } from "../../../shared/domain/plan/values/score-range.ts";
import { testOf } from "../../../shared/domain/rules/comparison.ts";
import type { Comparison } from "../../../shared/schemas/plan/condition.ts";
import { aPlan } from "../../support/routing-fixtures.ts";

const score = fc.integer({ min: -20, max: 120 });
const field = fc.constant("score");
const comparison: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({ field, op: fc.constantFrom("eq" as const, "ne" as const), value: score }),
  fc.record({ field, op: fc.constantFrom("in" as const, "nin" as const), value: fc.array(score, { minLength: 1 }) }),
  fc.record({ field, op: fc.constantFrom("gt" as const, "gte" as const, "lt" as const, "lte" as const), value: score }),
  fc.record({ field, op: fc.constant("between" as const), value: fc.tuple(score, score) }),
);
const points = fc.array(fc.integer({ min: -30, max: 30 }), { maxLength: 5 });

it("never calls a score out of reach that some lead can have", () => {
  let found = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), points, comparison, (base, given, when) => {
      const rules = given.map((each) => ({
        ...{ points: each, why: "x", when: { field: "phone", op: "exists", value: true } as const },
      }));
      const plan = aPlan({
        scoring: { base, rules },
        rules: [
          { id: "x", when: { any: [{ field: "city", op: "eq", value: "Bonn" }, when] }, method: { type: "pool" } },
        ],
      });
      const [finding] = scoresOutOfReach(plan);
      if (finding === undefined) return;
      found += 1;
      expect(finding.pointer).toBe("/rules/0/when/any/1/value");
      const sums = given.reduce((all, each) => all.flatMap((sum) => [sum, sum + each]), [base]);
      expect(sums.some((sum) => testOf(when)(sum))).toBe(false);
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(50);
});
