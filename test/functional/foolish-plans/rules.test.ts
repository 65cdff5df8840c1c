import { beforeAll, expect, it } from "vitest";
import type { AdminDesk } from "../../support/admin-desk.ts";
import { type Foolish, method, openBrokerage, outcomeOf } from "./foolish-desk.ts";

/** Rules that stand in each other's way, or do nothing. */
let desk: AdminDesk;
beforeAll(async () => {
  desk = await openBrokerage();
});

const everyone = { type: "roundRobin" };
const is = (field: string, value: unknown) => ({ field, op: "eq", value });
const rules = (...each: object[]): Foolish => ({
  rules: each.map((rule, i) => ({ id: `r${i}`, method: everyone, ...rule })),
});
const past = { from: "2020-01-01T00:00:00Z", to: "2020-02-01T00:00:00Z" };
const ahead = { from: "2030-01-01T00:00:00Z", to: "2030-02-01T00:00:00Z", disabled: true, ruleId: "all" };
const half = { percent: 50, method: everyone };

it.each<[string, Foolish, readonly string[]]>([
  [
    "a name that the product uses itself",
    { rules: [{ id: "fallback", method: everyone }] },
    ["error reservedId fallback /rules/0/id"],
  ],
  [
    "after a rule for all",
    rules({ overflow: "queue" }, { when: is("city", "Bonn") }),
    ["warning neverReached r1 /rules/1"],
  ],
  [
    "behind a not",
    rules({ when: { not: is("temperature", "hot") }, overflow: "pool" }, { when: is("temperature", "cold") }),
    ["warning neverReached r1 /rules/1"],
  ],
  [
    "two rules for the same",
    rules({ when: is("city", "Bonn") }, { when: is("city", " bonn") }),
    ["hint reachedOnOverflow r1 /rules/1"],
  ],
  [
    "seven rules",
    rules(...Array.from({ length: 7 }, (_, i) => ({ when: is("city", `City ${i}`) }))),
    ["warning tooManyRules - "],
  ],
  [
    "a fallback for some",
    { fallback: { type: "roundRobin", pool: { matchSkills: ["interest"] } } },
    ["error fallbackNobody fallback /fallback", "warning fallbackPartial fallback /fallback"],
  ],
  [
    "a fallback of buyers",
    { fallback: { type: "shared", buyers: ["acme"] } },
    ["warning fallbackBuyers fallback /fallback", "warning buyerTakesNothing fallback /fallback/buyers/0"],
  ],
  ["a mix of the same", method({ type: "mix", parts: [half, half] }), ["hint mixOfSame x /rules/0/method"]],
  [
    "a mix of 110 percent",
    method({ type: "mix", parts: [half, { ...half, percent: 60 }] }),
    ["422 /rules/0/method/parts the percentages must add up to 100; these make 110"],
  ],
  [
    "continuity without its rule",
    { continuity: { place: "asRule" } },
    ["warning continuityWithoutRule - /continuity/place"],
  ],
  [
    "a rule for known people whom nobody knows",
    { ...method({ type: "owner" }), continuity: { person: false, outbound: false } },
    ["warning ownerRuleIdle x /rules/0/method"],
  ],
  ["known people twice", method({ type: "owner" }), ["hint ownerRuleTwice x /rules/0/method"]],
  [
    "an exception that is over",
    { exceptions: [{ ruleId: "all", ...past, disabled: true }] },
    ["hint exceptionOver all /exceptions/0"],
  ],
  ["an exception twice", { exceptions: [ahead, ahead] }, ["warning exceptionHidden all /exceptions/1"]],
  [
    "a reaction to anything",
    { progressive: [{ id: "later", when: is("interest", "seller"), pool: {} }] },
    ["hint notAboutBehaviour later /progressive/0/when"],
  ],
  [
    "a reaction that never comes",
    { progressive: [{ id: "later", when: { all: [is("status", "sold"), is("engagement.type", "x")] }, pool: {} }] },
    ["error neverMatches later /progressive/0/when/all/0"],
  ],
])("%s", async (_, plan, expected) => {
  expect(await outcomeOf(desk, plan)).toEqual(expected);
});
