import { describe, expect, it } from "vitest";
import { checkPlan } from "../../../shared/domain/plan/check-plan.ts";
import { methodsOfPlan } from "../../../shared/domain/plan/methods-of-plan.ts";
import { referencesOf } from "../../../shared/domain/plan/references.ts";
import { rotationsOf } from "../../../shared/domain/routing/pools/pools-of-plan.ts";
import { method } from "../../../shared/schemas/plan/method.ts";
import { anAgent, aPlan } from "../../support/routing-fixtures.ts";

const seventyThirty = {
  type: "mix",
  parts: [
    { percent: 70, method: { type: "pool" } },
    { percent: 30, method: { type: "roundRobin", pool: { team: "nowhere" } } },
  ],
} as const;
const plan = aPlan({
  rules: [
    { id: "first", method: { type: "roundRobin" } },
    { id: "mixed", method: seventyThirty },
  ],
  fallback: {
    ...seventyThirty,
    parts: [
      { percent: 50, method: { type: "agent", agentId: "zoe" } },
      { percent: 50, method: { type: "leastLoaded" } },
    ],
  },
});

describe("the methods of a plan", () => {
  it("are all there, nested ones with their place and a pool of their own", () => {
    expect(
      methodsOfPlan(plan).map(({ path, pointer, poolRule, ruleId, method: { type } }) => [
        path,
        pointer,
        poolRule,
        ruleId,
        type,
      ]),
    ).toEqual([
      ["rules[0].method", "/rules/0/method", "first", "first", "roundRobin"],
      ["rules[1].method", "/rules/1/method", "mixed", "mixed", "mix"],
      ["rules[1].method.parts[0].method", "/rules/1/method/parts/0/method", "mixed/1", "mixed", "pool"],
      ["rules[1].method.parts[1].method", "/rules/1/method/parts/1/method", "mixed/2", "mixed", "roundRobin"],
      ["fallback", "/fallback", "fallback", "fallback", "mix"],
      ["fallback.parts[0].method", "/fallback/parts/0/method", "fallback/1", "fallback", "agent"],
      ["fallback.parts[1].method", "/fallback/parts/1/method", "fallback/2", "fallback", "leastLoaded"],
    ]);
  });

  it("hold whom a lead to be picked is offered to first (E7)", () => {
    const picked = { type: "cherryPick", assignFirst: { method: { type: "weighted" } } };
    const parts = [
      { percent: 40, method: { type: "roundRobin" } },
      { percent: 60, method: picked },
    ];
    const rules = [{ id: "mixed", method: method.parse({ type: "mix", parts }) }];
    expect(
      methodsOfPlan(aPlan({ rules }))
        .slice(2, 4)
        .map(({ pointer, poolRule, nested, method: { type } }) => [pointer, poolRule, nested, type]),
    ).toEqual([
      ["/rules/0/method/parts/1/method", "mixed/2", true, "cherryPick"],
      ["/rules/0/method/parts/1/method/assignFirst/method", "mixed/2/first", true, "weighted"],
    ]);
  });

  it("are what checks, references and the list of rotations look at", () => {
    const around = {
      agents: new Map([["anna", anAgent({ agentId: "anna" })]]),
      teams: new Map(),
      areas: new Map(),
      sources: new Map(),
    };
    expect(referencesOf(plan).map(({ pointer, id }) => [pointer, id])).toEqual([
      ["/rules/1/method/parts/1/method/pool/team", "nowhere"],
      ["/fallback/parts/0/method/agentId", "zoe"],
    ]);
    expect(checkPlan(plan, around)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: "unknownTeam", id: "nowhere", ruleId: "mixed" }),
        expect.objectContaining({ code: "emptyPool", ruleId: "mixed" }),
      ]),
    );
    const rotations = rotationsOf({ ...plan, version: 1 }, new Map(), new Map());
    expect(rotations.map(({ ruleId, poolRule }) => [ruleId, poolRule])).toEqual([
      ["first", "first"],
      ["mixed", "mixed/2"],
    ]);
  });
});

describe("a mix", () => {
  const problems = (given: unknown) => {
    const read = method.safeParse(given);
    return read.success ? [] : read.error.issues.map(({ path, message }) => [path.join("/"), message]);
  };
  const half = { percent: 50, method: { type: "pool" } };

  it("adds up to 100, has two to ten parts, and holds no mix", () => {
    expect(problems({ type: "mix", parts: [half, half] })).toEqual([]);
    expect(problems({ type: "mix", parts: [half, { ...half, percent: 40 }] })).toEqual([
      ["parts", "the percentages must add up to 100; these make 90"],
    ]);
    expect(problems({ type: "mix", parts: [{ ...half, percent: 99 }] })[0]).toEqual([
      "parts",
      "a mix has at least two parts",
    ]);
    expect(problems({ type: "mix", parts: Array(11).fill({ ...half, percent: 9 }) })[0]).toEqual([
      "parts",
      "a mix has at most ten parts",
    ]);
    expect(
      problems({ type: "mix", parts: [half, { percent: 50, method: { type: "mix", parts: [half, half] } }] }),
    ).toEqual([["parts/1/method/type", "a mix cannot hold a mix: write its parts here with their own percentages"]]);
    expect(problems({ type: "mix", parts: [half, { percent: 0.5, method: { type: "pool" } }] })[0]?.[0]).toBe(
      "parts/1/percent",
    );
  });
});
