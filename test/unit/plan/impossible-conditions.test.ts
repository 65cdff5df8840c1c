import { expect, it } from "vitest";
import { checkPlan } from "../../../shared/domain/plan/check-plan.ts";
import { planProblem } from "../../../shared/domain/plan/plan-problem.ts";
import type { Condition } from "../../../shared/schemas/plan/condition.ts";
import { anAgent, aPlan } from "../../support/routing-fixtures.ts";

type PlanDraft = Parameters<typeof aPlan>[0];

const around = {
  agents: new Map([["a", anAgent({ agentId: "a" })]]),
  teams: new Map(),
  areas: new Map(),
  sources: new Map(),
};
const check = (plan: PlanDraft) => checkPlan(aPlan(plan), around);
const ruled = (when: Condition): PlanDraft => ({ rules: [{ id: "x", when, method: { type: "pool" } }] });

it.each<[Condition, string, RegExp, RegExp]>([
  [{ field: "hour", op: "eq", value: 25 }, "/rules/0/when", /from 0 to 23\.$/, /von 0 bis 23\.$/],
  [{ field: "weekday", op: "eq", value: "monday" }, "/rules/0/when", /mon, tue, wed/, /mon, tue, wed/],
  [{ all: [{ field: "city", op: "gt", value: 5 }] }, "/rules/0/when/all/0", /city is text/, /city ist Text/],
  [{ field: "postalCode", op: "eq", value: 10_115 }, "/rules/0/when", /in quotes/, /in Anführungszeichen/],
  [{ field: "score", op: "eq", value: "80" }, "/rules/0/when", /without quotes/, /ohne Anführungszeichen/],
  [{ field: "open", op: "eq", value: "yes" }, "/rules/0/when", /true or false/, /true oder false/],
  [{ field: "hour", op: "between", value: [22, 6] }, "/rules/0/when", /across midnight/, /über Mitternacht/],
  [{ any: [] }, "/rules/0/when", /at least one condition/, /mindestens eine Bedingung/],
  [
    {
      all: [
        { field: "score", op: "gt", value: 80 },
        { field: "score", op: "lt", value: 50 },
      ],
    },
    "/rules/0/when/all/1",
    /Check the limits/,
    /Prüfen Sie die Grenzen/,
  ],
])("a condition that can never hold says what to change: %j", (when, pointer, english, german) => {
  const [found] = check(ruled(when)).filter(({ code }) => code === "neverMatches");
  expect(found && { ...planProblem(found, "en") }).toMatchObject({ pointer, fix: expect.stringMatching(english) });
  expect(found && { ...planProblem(found, "de") }).toMatchObject({ pointer, fix: expect.stringMatching(german) });
});

it("an area or source that does not exist is named where it stands in the condition", () => {
  const when: Condition = {
    all: [
      { field: "area", op: "eq", value: "nowhere" },
      { any: [{ not: { field: "source", op: "in", value: ["web", "shop"] } }] },
    ],
  };
  const unknown = check(ruled(when)).filter(({ code }) => code === "unknownArea" || code === "unknownSource");
  expect(unknown.map(({ pointer }) => pointer)).toEqual([
    "/rules/0/when/all/0/value",
    "/rules/0/when/all/1/any/0/not/value/0",
    "/rules/0/when/all/1/any/0/not/value/1",
  ]);
});

it("a fallback of inside sales agents would leave handed-over leads waiting", () => {
  const codes = (fallback: object) => check({ fallback } as PlanDraft).map(({ code }) => code);
  expect(codes({ type: "isa", pool: { agents: ["a"] } })).toContain("fallbackIsa");
  expect(codes({ type: "roundRobin", pool: {} })).not.toContain("fallbackIsa");
});
