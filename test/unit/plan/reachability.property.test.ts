import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unreachableRules } from "../../../shared/domain/plan/conditions/reachability.ts";
import { deadParts } from "../../../shared/domain/plan/values/dead-parts.ts";
import { compileRules, match } from "../../../shared/domain/rules/compile-rules.ts";
import { holdsFor, predicateOf } from "../../../shared/domain/rules/predicate.ts";
import { type Comparison, type Condition, condition } from "../../../shared/schemas/plan/condition.ts";
import { aPlan } from "../../support/routing-fixtures.ts";

/** A small world of leads: every combination of these values, so that whatever is claimed can be looked up. */
const universe = {
  city: ["berlin", "bonn", "bernau", undefined],
  "budget.max": [50, 100, 150, 200, 250, undefined],
  hour: [0, 9, 23],
  temperature: ["hot", "warm", "cold"],
  area: [[], ["a"], ["b"], ["a", "b"], ["c"], ["a", "c"]],
};

const texts = fc.constantFrom("Berlin", "bonn", "bernau", "köln");
const numbers = fc.constantFrom(50, 100, 150, 200);
const heats = fc.constantFrom("hot", "warm", "cold", "lukewarm");
const areas = fc.constantFrom("a", "b", "c");
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 3 });

function equality(field: string, value: fc.Arbitrary<string | number>): fc.Arbitrary<Comparison> {
  return fc.oneof(
    fc.record({ field: fc.constant(field), op: fc.constantFrom("eq" as const, "ne" as const), value }),
    fc.record({ field: fc.constant(field), op: fc.constantFrom("in" as const, "nin" as const), value: few(value) }),
    fc.record({ field: fc.constant(field), op: fc.constant("exists" as const), value: fc.boolean() }),
  );
}
function order(field: string, value: fc.Arbitrary<number>): fc.Arbitrary<Comparison> {
  const op = fc.constantFrom("gt" as const, "gte" as const, "lt" as const, "lte" as const);
  return fc.oneof(
    fc.record({ field: fc.constant(field), op, value }),
    fc.record({ field: fc.constant(field), op: fc.constant("between" as const), value: fc.tuple(value, value) }),
  );
}
const part = (field: string, value: fc.Arbitrary<string>): fc.Arbitrary<Comparison> =>
  fc.record({ field: fc.constant(field), op: fc.constantFrom("prefix" as const, "contains" as const), value });

const comparisons: fc.Arbitrary<Condition> = fc.oneof(
  equality("city", texts),
  part("city", fc.constantFrom("be", "ber", "b", "n")),
  order("city", numbers),
  order("budget.max", numbers),
  equality("budget.max", numbers),
  order("hour", fc.constantFrom(0, 9, 12, 23, 24)),
  equality("temperature", heats),
  equality("area", areas),
  part("area", areas),
);
const { condition: conditions } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 4, arbitrary: comparisons },
    { weight: 3, arbitrary: fc.record({ all: fc.array(tie("condition"), { maxLength: 3 }) }) },
    { weight: 3, arbitrary: fc.record({ any: fc.array(tie("condition"), { maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ not: tie("condition") }) },
  ),
}));
const rules = fc.array(
  fc.record({
    when: fc.option(conditions, { nil: undefined, freq: 8 }),
    overflow: fc.constantFrom("next" as const, "queue" as const, "pool" as const),
    type: fc.constantFrom("roundRobin" as const, "pool" as const, "owner" as const),
  }),
  { minLength: 1, maxLength: 5 },
);

function* everyLead(): Generator<Readonly<Record<string, unknown>>> {
  for (const city of universe.city)
    for (const max of universe["budget.max"])
      for (const hour of universe.hour)
        for (const temperature of universe.temperature)
          for (const area of universe.area) {
            yield { city, ...(max !== undefined && { budget: { max, currency: "EUR" } }), hour, temperature, area };
          }
}
const leads = [...everyLead()];

/** Slow and obvious: which rules some lead of this world comes to, if nobody ever has room. */
function reached(plan: ReturnType<typeof aPlan>): { readonly matched: Set<string>; readonly come: Set<string> } {
  const compiled = compileRules(plan.rules);
  const [matched, come] = [new Set<string>(), new Set<string>()];
  for (const lead of leads) {
    const { matches } = match(compiled, lead);
    let stopped = false;
    for (const [i, rule] of plan.rules.entries()) {
      if (!matches[i]) continue;
      matched.add(rule.id);
      if (!stopped) come.add(rule.id);
      stopped ||= rule.method.type === "pool" || (rule.overflow !== "next" && rule.method.type !== "owner");
    }
  }
  return { matched, come };
}

/** What stands at a place of the plan. */
function at(plan: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((part, key) => new Map(Object.entries(Object(part))).get(key), plan);
}

function meets(when: unknown): (lead: Readonly<Record<string, unknown>>) => boolean {
  const predicate = predicateOf(condition.parse(when));
  return (lead) => holdsFor(predicate, lead);
}

describe("rules that are called unreachable", () => {
  it("are: no lead of a whole world of leads meets them, or comes to them", () => {
    const seen = { neverMatches: 0, neverReached: 0, alwaysMatches: 0, neverHolds: 0, unknownValue: 0 };
    fc.assert(
      fc.property(rules, (given) => {
        const plan = aPlan({
          rules: given.map(({ when, overflow, type }, i) => ({
            ...{ id: `r${i}`, overflow, method: { type } },
            ...(when && { when }),
          })),
        });
        const { matched, come } = reached(plan);
        for (const finding of [...unreachableRules(plan), ...deadParts(plan, new Set())]) {
          const { code, ruleId = "", pointer = "" } = finding;
          if (code === "neverMatches") expect(matched).not.toContain(ruleId);
          if (code === "neverReached") expect(come).not.toContain(ruleId);
          if (code === "alwaysMatches") expect(leads.every(meets(at(plan, pointer)))).toBe(true);
          if (code === "neverHolds") expect(leads.some(meets(at(plan, pointer)))).toBe(false);
          if (code === "unknownValue") {
            const value = { field: finding.field, op: "eq", value: at(plan, pointer) };
            expect(leads.some(meets(value))).toBe(false);
          }
          if (code in seen) seen[code as keyof typeof seen] += 1;
        }
      }),
      { numRuns: 700 },
    );
    // The check says nothing false; this makes sure that it says something.
    expect(seen.neverMatches).toBeGreaterThan(70);
    expect(seen.neverReached).toBeGreaterThan(70);
    expect(Math.min(seen.alwaysMatches, seen.neverHolds, seen.unknownValue)).toBeGreaterThan(10);
  });

  it("are found wherever they are plain: all of the small world that one field tells apart", () => {
    const single = fc.array(fc.oneof(equality("temperature", heats), equality("city", texts)), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(single, (given) => {
        const plan = aPlan({
          rules: given.map((when, i) => ({ id: `r${i}`, when, method: { type: "pool" as const } })),
        });
        const missed = unreachableRules(plan).filter(({ code }) => code !== "alwaysMatches");
        const found = new Set(missed.map(({ ruleId }) => ruleId));
        const world = [
          ...leads,
          { city: "somewhere", temperature: "hot" },
          { city: "köln", temperature: "hot" },
        ].flatMap((lead) =>
          ["hot", "warm", "cold"].flatMap((temperature) =>
            ["köln", "somewhere", lead.city].map((city) => ({ ...lead, city, temperature })),
          ),
        );
        const compiled = compileRules(plan.rules);
        const come = new Set(world.map((lead) => match(compiled, lead).first));
        for (const { id } of plan.rules) expect(found.has(id)).toBe(!come.has(id));
      }),
      { numRuns: 60 },
    );
  });
});
