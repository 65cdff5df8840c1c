import { expect, test } from "vitest";
import { problemsOf } from "../../../shared/runtime/invalid-fields.ts";
import { planInput } from "../../../shared/schemas/plan.ts";

const base = { timezone: "Europe/Berlin", defaultCountry: "DE", rules: [], fallback: { type: "pool" } };

test.each([
  [{ rules: [{ id: "a" }] }, "/rules/0/method", /^is missing: give an object$/],
  [{ rules: [{ id: "a", method: { type: "robin" } }] }, "/rules/0/method/type", /^must be one of roundRobin, weighted/],
  [
    { rules: [{ id: "a", method: { type: "owner" }, overflow: "wait" }] },
    "/rules/0/overflow",
    /^must be one of next, /,
  ],
  [{ rules: undefined }, "/rules", /^is missing: give an array$/],
  [{ capacity: "many" }, "/capacity", /^must be a number, not string$/],
])("a refused plan says where and what to do: %j", (change, pointer, words) => {
  const { error } = planInput.safeParse({ ...base, ...change });
  const problem = error && problemsOf(error)[0];
  expect(problem?.pointer).toBe(pointer);
  expect(problem?.detail).toMatch(words);
});
