import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileRules, match } from "../../../shared/domain/rules/compile-rules.ts";
import { holdsFor, predicateOf } from "../../../shared/domain/rules/predicate.ts";
import type { Condition } from "../../../shared/schemas/plan/condition.ts";
import { condition, lead, rules } from "./arbitraries.ts";
import { applies } from "./interpreter.ts";

describe("match", () => {
  it("agrees with the plain interpreter on every rule, whatever leads came before", () => {
    fc.assert(
      fc.property(rules, fc.array(lead, { minLength: 1, maxLength: 12 }), (list, leads) => {
        const compiled = compileRules(list);
        for (const facts of leads) {
          const expected = list.map(({ when }) => when === undefined || applies(when, facts));
          const { first, matches } = match(compiled, facts);
          expect(matches).toEqual(expected);
          expect(first).toBe(list[expected.indexOf(true)]?.id);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("goes by position: rules may number more than the bits of a word", () => {
    const list = Array.from({ length: 95 }, (_, i) => ({
      id: `rule-${i}`,
      when: { field: "score", op: "eq" as const, value: i },
    }));
    const compiled = compileRules(list);
    for (const [i, { id }] of list.entries()) expect(match(compiled, { score: i }).first).toBe(id);
    expect(match(compiled, { score: 95 }).first).toBeUndefined();
  });

  it("takes the first of several, and a rule without a condition takes every lead", () => {
    const hot: Condition = { field: "temperature", op: "eq", value: "hot" };
    const compiled = compileRules([{ id: "hot", when: hot }, { id: "hot-too", when: hot }, { id: "rest" }]);
    expect(match(compiled, { temperature: "hot" })).toEqual({ first: "hot", matches: [true, true, true] });
    expect(match(compiled, {})).toEqual({ first: "rest", matches: [false, false, true] });
  });

  it("has no match without rules", () => {
    expect(match(compileRules([]), { score: 1 })).toEqual({ first: undefined, matches: [] });
  });

  it("tells apart texts that begin alike, and a text from a list that holds only it", () => {
    const codes = compileRules([
      { id: "ten", when: { field: "code", op: "eq", value: "10" } },
      { id: "ten-and-more", when: { field: "code", op: "prefix", value: "10" } },
      { id: "eleven-and-more", when: { field: "code", op: "prefix", value: "11" } },
    ]);
    expect(match(codes, { code: "10115" }).matches).toEqual([false, true, false]);
    expect(match(codes, { code: "11011" }).matches).toEqual([false, false, true]);
    expect(match(codes, { code: "10" }).matches).toEqual([true, true, false]);

    const wishes = compileRules([{ id: "garden", when: { field: "wish", op: "contains", value: "garden" } }]);
    expect(match(wishes, { wish: "garden house" }).matches).toEqual([true]);
    expect(match(wishes, { wish: ["garden house"] }).matches).toEqual([false]);
  });

  it("stays right for more different texts and lists than it remembers", () => {
    const compiled = compileRules([
      { id: "garden", when: { field: "message", op: "contains", value: "garden" } },
      { id: "both", when: { all: ["a-1", "a-2"].map((value) => ({ field: "area", op: "eq" as const, value })) } },
    ]);
    for (let i = 0; i < 25_000; i++) {
      const facts = { message: i % 2 === 0 ? `garden ${i}` : `house ${i}`, area: [`a-${i % 3}`, "a-2", `other ${i}`] };
      expect(match(compiled, facts).matches).toEqual([i % 2 === 0, i % 3 === 1]);
    }
  });
});

describe("holdsFor", () => {
  it("agrees with the plain interpreter", () => {
    fc.assert(
      fc.property(condition, lead, (when, facts) => {
        expect(holdsFor(predicateOf(when), facts)).toBe(applies(when, facts));
      }),
      { numRuns: 2_000 },
    );
  });
});
