import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileRules, match, possibleRules } from "../../../shared/domain/rules/compile-rules.ts";
import { explain, explainAt } from "../../../shared/domain/rules/explain.ts";
import type { Comparison, Condition } from "../../../shared/schemas/plan/condition.ts";
import { lead, rules } from "./arbitraries.ts";
import { applies } from "./interpreter.ts";

const hot: Comparison = { field: "temperature", op: "eq", value: "hot" };
const rich: Comparison = { field: "budget.max", op: "gte", value: 500_000 };
const local: Comparison = { field: "area", op: "in", value: ["mitte", "wedding"] };

function why(when: Condition | undefined, facts: Readonly<Record<string, unknown>>) {
  return explain(compileRules([{ id: "rule", when }]), facts, "rule");
}

describe("explain", () => {
  it("names the first comparison that failed, with what was there instead", () => {
    expect(why({ all: [hot, rich, local] }, { temperature: "hot", budget: { max: 400_000 } })).toEqual({
      matched: false,
      because: [{ comparison: rich, actual: 400_000, holds: false }],
    });
  });

  it("names all comparisons of a match", () => {
    expect(why({ all: [hot, local] }, { temperature: "hot", area: ["mitte"] })).toEqual({
      matched: true,
      because: [
        { comparison: hot, actual: "hot", holds: true },
        { comparison: local, actual: ["mitte"], holds: true },
      ],
    });
  });

  it("names the part of an any that held, or all parts when none did", () => {
    expect(why({ any: [hot, local] }, { area: ["wedding"] })?.because).toEqual([
      { comparison: local, actual: ["wedding"], holds: true },
    ]);
    expect(why({ any: [hot, local] }, {})?.because).toEqual([
      { comparison: hot, actual: undefined, holds: false },
      { comparison: local, actual: undefined, holds: false },
    ]);
  });

  it("names under a not what held and should not have", () => {
    expect(why({ not: hot }, { temperature: "Hot" })).toEqual({
      matched: false,
      because: [{ comparison: hot, actual: "Hot", holds: true }],
    });
  });

  it("does not show what every object has", () => {
    expect(why({ field: "constructor", op: "exists", value: true }, {})?.because[0]?.actual).toBeUndefined();
  });

  it("needs no reason where there is no condition", () => {
    expect(why(undefined, {})).toEqual({ matched: true, because: [] });
  });

  it("knows nothing of a rule that is not there", () => {
    expect(explain(compileRules([]), {}, "rule")).toBeUndefined();
  });

  it("always agrees with the match, and its reasons are true", () => {
    fc.assert(
      fc.property(rules, lead, (list, facts) => {
        const compiled = compileRules(list);
        const found = possibleRules(compiled, facts);
        for (const [position, matched] of match(compiled, facts).matches.entries()) {
          const explanation = explainAt(compiled, facts, found, position);
          expect(explanation.matched).toBe(matched);
          for (const { comparison, holds } of explanation.because) {
            expect(applies(comparison, facts)).toBe(holds);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
