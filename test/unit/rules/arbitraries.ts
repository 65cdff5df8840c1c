import fc from "fast-check";
import type { Condition } from "../../../shared/schemas/plan/condition.ts";

/** Few values, so that leads and conditions often meet; with the spellings that must not matter, and those that must. */
const text = fc.constantFrom("mitte", "Mitte", " MITTE ", "mit", "wedding", "10115", "1011", "5", "ä", "Ä", " 1");
const number = fc.constantFrom(-1, 0, 4, 5, 6, 10_115, 1e9, 0.5);
const scalar = fc.oneof(text, number, fc.boolean());
const field = fc.constantFrom(
  "area",
  "score",
  "budget.max",
  "custom.garden",
  "price",
  "source",
  "budget",
  "constructor",
);

const comparison: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field, op: fc.constantFrom("eq" as const, "ne" as const), value: scalar }),
  fc.record({
    field,
    op: fc.constantFrom("in" as const, "nin" as const),
    value: fc.array(scalar, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    field,
    op: fc.constantFrom("gt" as const, "gte" as const, "lt" as const, "lte" as const),
    value: number,
  }),
  fc.record({ field, op: fc.constant("between" as const), value: fc.tuple(number, number) }),
  fc.record({ field, op: fc.constantFrom("prefix" as const, "contains" as const), value: text }),
  fc.record({ field, op: fc.constant("exists" as const), value: fc.boolean() }),
);

export const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => {
  const parts = fc.array(tie("condition"), { maxLength: 4 });
  return {
    condition: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      comparison,
      fc.record({ all: parts }),
      fc.record({ any: parts }),
      fc.record({ not: tie("condition") }),
    ),
  };
}).condition;

const fact = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.constantFrom("", "  ", undefined, null, { amount: 5, currency: "EUR" }),
);

export const lead: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.record(
  {
    area: fact,
    score: fact,
    source: fact,
    price: fact,
    budget: fc.oneof(fact, fc.record({ max: fact }, { requiredKeys: [] })),
    custom: fc.record({ garden: fact }),
  },
  { requiredKeys: [] },
);

export const rules = fc
  .array(fc.option(condition, { nil: undefined, freq: 10 }), { maxLength: 70 })
  .map((list) => list.map((when, i) => ({ id: `rule-${i}`, when })));
