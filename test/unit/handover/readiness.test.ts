import { describe, expect, test } from "vitest";
import { answerProblems } from "../../../shared/domain/handover/checked-answers.ts";
import { metOf, readinessOf } from "../../../shared/domain/handover/readiness.ts";
import { sideOf } from "../../../shared/domain/handover/side.ts";
import { checklists } from "../../../shared/schemas/plan/checklists.ts";

const lists = checklists.parse({});
const missing = (interest: "buyer" | "seller" | "landlord" | undefined, checklist: Record<string, boolean | string>) =>
  readinessOf({ facts: interest === undefined ? {} : { interest }, checklist }, lists).missing.map(({ id }) => id);

describe("what is missing for a handover (C6)", () => {
  test("the plan's lists, unless a tenant writes others, are the field's own", () => {
    expect(missing("buyer", {})).toEqual(["incomeVerified", "preApproval", "timeFrame", "areas"]);
    expect(missing("landlord", {})).toEqual(["valuation", "timeFrame", "motivation", "condition"]);
  });
  test("`false` and nothing are answers that do not meet a criterion", () => {
    expect(missing("buyer", { incomeVerified: false, preApproval: true, timeFrame: "", areas: "Mitte" })).toEqual([
      "incomeVerified",
      "timeFrame",
    ]);
  });
  test("as long as the side is not known either list will do; what is missing is that of the nearer side", () => {
    expect(missing(undefined, { valuation: "450", motivation: "moves", timeFrame: "now" })).toEqual(["condition"]);
    expect(missing(undefined, { timeFrame: "now" })).toEqual(["incomeVerified", "preApproval", "areas"]);
    expect(missing(undefined, { incomeVerified: true, preApproval: true, timeFrame: "now", areas: "x" })).toEqual([]);
  });
  test("criteria that are not required do not hold a lead back, and are not counted", () => {
    const own = checklists.parse({
      buyer: [
        { id: "a", label: "A" },
        { id: "b", label: "B", required: false },
      ],
    });
    const readiness = readinessOf({ facts: { interest: "buyer" }, checklist: { a: true } }, own);
    expect([readiness.missing, metOf(readiness)]).toEqual([[], "1/1"]);
    expect(metOf(readinessOf({ facts: { interest: "seller" }, checklist: { timeFrame: "x" } }, own))).toBe("1/4");
  });
  test("a name every object has is no answer", () => {
    const own = checklists.parse({ buyer: [{ id: "constructor", label: "C" }] });
    expect(readinessOf({ facts: { interest: "buyer" } }, own).missing).toHaveLength(1);
  });
  test.each([
    ["renter", "buyer"],
    ["investor", "buyer"],
    ["landlord", "seller"],
    ["other", undefined],
    [undefined, undefined],
  ] as const)("who is a %s is on the side of the %s", (interest, side) => {
    expect(sideOf(interest === undefined ? {} : { interest })).toBe(side);
  });
});

describe("answers to the checklist", () => {
  test.each([
    [{ incomeVerified: "perhaps" }, ["/checklist/incomeVerified"]],
    [{ incomeVerified: true, areas: true, timeFrame: 3 }, []],
    [{ "a/b~c": true }, ["/checklist/a~1b~0c"]],
    [{ toString: true }, ["/checklist/toString"]],
  ])("%j", (answers, pointers) => {
    const found = answerProblems(lists.buyer, answers as Readonly<Record<string, boolean | string | number>>);
    expect(found.map(({ pointer }) => pointer)).toEqual(pointers);
  });
  test("a list without criteria says so", () => {
    expect(answerProblems([], { a: true })[0]?.detail).toBe("this lead's checklist has no criteria");
  });
});
