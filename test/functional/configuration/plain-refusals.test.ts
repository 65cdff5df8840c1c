import { expect, test } from "vitest";
import { problemsOf } from "../../../shared/runtime/http/invalid-fields.ts";
import { planInput } from "../../../shared/schemas/plan/plan.ts";
import { sourceInput } from "../../../shared/schemas/source.ts";

const base = { timezone: "Europe/Berlin", defaultCountry: "DE", rules: [], fallback: { type: "pool" } };

test("a refused e-mail address says what one looks like", () => {
  const { error } = sourceInput.safeParse({ name: "Portal", returns: { within: "P2D", contact: "me" } });
  const detail = "use an e-mail address such as name@example.com";
  expect(error && problemsOf(error)).toEqual([{ pointer: "/returns/contact", detail }]);
});

function poolRule(pool: object): object {
  return { rules: [{ id: "a", method: { type: "roundRobin", pool } }] };
}

function mixOf(...percents: readonly number[]): object {
  return { type: "mix", parts: percents.map((percent) => ({ percent, method: { type: "roundRobin" } })) };
}

test.each<[object, string, RegExp]>([
  [{ rules: [{ id: "a" }] }, "/rules/0/method", /^is missing: give an object$/],
  [{ rules: [{ id: "a", method: { type: "robin" } }] }, "/rules/0/method/type", /^must be one of roundRobin, weighted/],
  [
    { rules: [{ id: "a", method: { type: "owner" }, overflow: "wait" }] },
    "/rules/0/overflow",
    /^must be one of next, /,
  ],
  [{ rules: undefined }, "/rules", /^is missing: give an array$/],
  [{ capacity: "many" }, "/capacity", /^must be a number, not string$/],
  [{ capacity: -1 }, "/capacity", /^must be at least 0$/],
  [{ capacity: 1001 }, "/capacity", /^must be at most 1000$/],
  [{ capacity: 1.5 }, "/capacity", /^must be a whole number, without decimals$/],
  [
    { rules: [{ id: "a", method: mixOf(33.3, 66.7) }] },
    "/rules/0/method/parts/0/percent",
    /^must be a whole number, without decimals$/,
  ],
  [{ ramp: [{ until: "P30D", share: 0 }] }, "/ramp/0/share", /^must be above 0$/],
  [{ rules: [{ id: "a", method: { type: "mix", parts: [] } }] }, "/rules/0/method/parts", /^a mix has at least two/],
  [poolRule({ skills: [] }), "/rules/0/method/pool/skills", /^must not be empty$/],
  [poolRule({ skills: [""] }), "/rules/0/method/pool/skills/0", /^must not be empty$/],
  [poolRule({ languages: "de" }), "/rules/0/method/pool/languages", /^must be match$/],
  [{ rules: [{ id: "a", name: "x".repeat(201) }] }, "/rules/0/name", /^must have at most 200 characters$/],
])("a refused plan says where and what to do: %j", (change, pointer, words) => {
  const { error } = planInput.safeParse({ ...base, ...change });
  const problem = error && problemsOf(error)[0];
  expect(problem?.pointer).toBe(pointer);
  expect(problem?.detail).toMatch(words);
});
