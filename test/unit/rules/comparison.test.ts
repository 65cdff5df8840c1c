import { describe, expect, it } from "vitest";
import { holdsFor, predicateOf } from "../../../shared/domain/rules/predicate.ts";
import type { Comparison } from "../../../shared/schemas/plan/condition.ts";

const lead = {
  source: " Portal ",
  score: 70,
  postalCode: "10115",
  area: ["mitte", "wedding"],
  price: { amount: 450_000, currency: "EUR" },
  budget: { max: 300_000, currency: "EUR" },
  custom: { garden: true, note: "   ", broken: Number.NaN },
  message: "House with GARDEN wanted",
};

const cases: readonly [Comparison, boolean, string][] = [
  [{ field: "source", op: "eq", value: "portal" }, true, "case and blanks around do not matter"],
  [{ field: "source", op: "eq", value: "PORTAL " }, true, "nor in the condition"],
  [{ field: "source", op: "eq", value: "port" }, false, "a part is not the whole"],
  [{ field: "source", op: "prefix", value: "Port" }, true, "a beginning"],
  [{ field: "source", op: "prefix", value: "ortal" }, false, "not a beginning"],
  [{ field: "message", op: "contains", value: "garden" }, true, "a part of a text"],
  [{ field: "area", op: "contains", value: "Mitte" }, true, "a whole element of a list"],
  [{ field: "area", op: "contains", value: "mit" }, false, "not a part of an element"],
  [{ field: "area", op: "eq", value: "wedding" }, true, "one element is enough"],
  [{ field: "area", op: "ne", value: "wedding" }, false, "ne is the opposite of eq"],
  [{ field: "area", op: "in", value: ["x", "mitte"] }, true, "one element is one of them"],
  [{ field: "area", op: "nin", value: ["x", "mitte"] }, false, "nin is the opposite of in"],
  [{ field: "area", op: "prefix", value: "wed" }, true, "the beginning of one element"],
  [{ field: "postalCode", op: "eq", value: 10_115 }, false, "text is never a number"],
  [{ field: "postalCode", op: "gte", value: 1 }, false, "and is not compared as one"],
  [{ field: "score", op: "eq", value: "70" }, false, "nor a number text"],
  [{ field: "score", op: "gt", value: 70 }, false, "gt leaves out the bound"],
  [{ field: "score", op: "gte", value: 70 }, true, "gte takes it in"],
  [{ field: "score", op: "lt", value: 70 }, false, "lt leaves out the bound"],
  [{ field: "score", op: "lte", value: 70 }, true, "lte takes it in"],
  [{ field: "score", op: "between", value: [70, 80] }, true, "between takes in the lower bound"],
  [{ field: "score", op: "between", value: [60, 70] }, true, "and the upper"],
  [{ field: "score", op: "between", value: [80, 60] }, false, "bounds the wrong way round hold nothing"],
  [{ field: "price", op: "gt", value: 400_000 }, true, "money is compared by its amount"],
  [{ field: "budget.max", op: "lte", value: 300_000 }, true, "a field inside a group"],
  [{ field: "budget", op: "exists", value: true }, true, "a group is given"],
  [{ field: "budget", op: "eq", value: 300_000 }, false, "but equal to nothing"],
  [{ field: "custom.garden", op: "eq", value: true }, true, "yes is yes"],
  [{ field: "custom.garden", op: "eq", value: "true" }, false, "but not a text"],
  [{ field: "custom.note", op: "exists", value: true }, false, "blank is not given"],
  [{ field: "custom.broken", op: "exists", value: true }, false, "what is no number is not given"],
  [{ field: "jobTitle", op: "exists", value: false }, true, "not given"],
  [{ field: "jobTitle", op: "ne", value: "ceo" }, true, "ne holds for what is not given"],
  [{ field: "jobTitle", op: "nin", value: ["ceo"] }, true, "nin too"],
  [{ field: "jobTitle", op: "eq", value: "ceo" }, false, "eq does not"],
  [{ field: "jobTitle", op: "lt", value: 1 }, false, "what is not given is not small"],
  [{ field: "source.length", op: "exists", value: true }, false, "nothing is inside a text"],
  [{ field: "area.length", op: "exists", value: true }, false, "nor inside a list"],
  [{ field: "constructor.name", op: "exists", value: true }, false, "nor in what every object has"],
];

describe("comparisons", () => {
  it.each(cases)("%o is %s: %s", (comparison, expected) => {
    expect(holdsFor(predicateOf(comparison), lead)).toBe(expected);
  });
});
