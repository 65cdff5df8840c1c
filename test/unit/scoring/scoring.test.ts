import fc from "fast-check";
import { expect, test } from "vitest";
import { leadHolds } from "../../../shared/domain/scoring/lead-holds.ts";
import { rescore } from "../../../shared/domain/scoring/rescore.ts";
import { scoreLead } from "../../../shared/domain/scoring/score-lead.ts";
import { isNurtured, temperatureOf } from "../../../shared/domain/scoring/temperature-of.ts";
import type { Condition } from "../../../shared/schemas/plan/condition.ts";
import { planInput } from "../../../shared/schemas/plan/plan.ts";

const plan = {
  ...planInput.parse({
    timezone: "Europe/Berlin",
    defaultCountry: "DE",
    rules: [],
    fallback: { type: "pool" },
    scoring: {
      base: 20,
      rules: [
        { when: { field: "source", op: "eq", value: "portal" }, points: 15, why: "good source" },
        { when: { field: "budget.max", op: "gte", value: 400_000 }, points: 20, why: "large budget" },
        { when: { field: "engagement", op: "contains", value: "pricingPage" }, points: 25, why: "asked the price" },
        { when: { field: "flags", op: "contains", value: "disposableEmail" }, points: -30, why: "throw-away address" },
      ],
    },
  }),
  version: 1,
};

const lead = {
  sourceId: "portal",
  receivedAt: 0,
  facts: { email: "a@example.com", budget: { max: 500_000, currency: "EUR" } },
};

test("each point is explained", () => {
  expect(scoreLead(plan.scoring, leadHolds(lead, 0, plan))).toEqual({
    total: 55,
    parts: [
      { points: 20, why: "base" },
      { points: 15, why: "good source" },
      { points: 20, why: "large budget" },
    ],
  });
  const { total } = scoreLead(plan.scoring, leadHolds({ ...lead, flags: ["disposableEmail"] }, 0, plan));
  expect(total).toBe(25);
});

test("the total is the sum of its parts, whatever holds", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (truths) => {
      const rules = plan.scoring.rules.map(({ when }) => when);
      const holds = (when: Condition) => truths[rules.indexOf(when)] === true;
      const { parts, total } = scoreLead(plan.scoring, holds);
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(total);
      expect(parts).toHaveLength(1 + truths.filter(Boolean).length);
    }),
  );
});

test("without a plan there are no points", () => {
  expect(scoreLead(undefined, () => true)).toEqual({ total: 0, parts: [] });
});

test.each([
  [{ explicit: "cold", sourceQuality: "hot", score: 100 }, "cold"],
  [{ sourceQuality: "warm", score: 100 }, "warm"],
  [{ score: 70 }, "hot"],
  [{ score: 69 }, "warm"],
  [{ score: 40 }, "warm"],
  [{ score: 39 }, "cold"],
] as const)("%j is %s", (hints, temperature) => {
  expect(temperatureOf(hints, plan.scoring)).toBe(temperature);
});

test("below the handover threshold a lead is nurtured; without one never", () => {
  expect(isNurtured(39, { handoverAt: 40 })).toBe(true);
  expect(isNurtured(40, { handoverAt: 40 })).toBe(false);
  expect(isNurtured(-100, {})).toBe(false);
});

test("engagement raises the score, and with it a temperature that came from the score", () => {
  const first = { commitId: "c", status: "nurture", deadlines: {}, planVersion: 1 } as const;
  const score = { total: 55, parts: [] };
  const body = { ...lead, leadId: "ld_01JDGZ3M7V5T9A1B2C3D4E5F6G", first, score, temperature: "warm" } as const;
  const engaged = { type: "pricingPage", at: "2026-11-23T09:00:00Z" };
  expect(rescore(body, engaged, plan, 0)).toMatchObject({ score: { total: 80 }, temperature: "hot" });
  expect(rescore({ ...body, temperature: "cold" }, engaged, plan, 0)).toMatchObject({ temperature: "cold" });
});
