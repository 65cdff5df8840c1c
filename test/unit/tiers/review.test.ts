import { describe, expect, test } from "vitest";
import { quarterToReview } from "../../../shared/domain/tiers/quarter.ts";
import { reviewAgent } from "../../../shared/domain/tiers/review.ts";
import { tierPathOf } from "../../../shared/domain/tiers/tier-path.ts";
import { tierPlaceOf } from "../../../shared/domain/tiers/tier-place.ts";
import { agentInput } from "../../../shared/schemas/agent.ts";
import type { AgentFigures } from "../../../shared/schemas/figures.ts";
import { tiersPolicy } from "../../../shared/schemas/plan/tiers-policy.ts";
import { type TierName, type TierReview, tierProposal } from "../../../shared/schemas/tier.ts";
import { aPlan, day, start } from "../lifecycle/lead-fixtures.ts";

const anna = (given: object = {}) => ({
  ...agentInput.parse({ name: "Anna", email: "anna@example.com", team: "city", ...given }),
  agentId: "anna",
  version: 1,
});
const figures = (conversion: number, given: Partial<AgentFigures> = {}): AgentFigures => ({
  agentId: "anna",
  from: start,
  to: start + 90 * day,
  assigned: 50,
  contacted: 40,
  appointments: 20,
  noShows: 0,
  converted: Math.round(conversion * 50),
  conversion,
  adjustedConversion: conversion,
  sources: {},
  assignedEver: 50,
  ...given,
});
const policy = tiersPolicy.parse({ promoteAt: { B: 0.22 } });

/** Reviews quarter after quarter at these levels, the tier unchanged: what each proposes. */
function reviews(tier: TierName, levels: readonly (number | undefined)[], rules = policy): readonly string[] {
  let before: TierReview | undefined;
  return levels.map((level, i) => {
    const found = reviewAgent({
      agent: { agentId: "anna", tier },
      place: tier,
      figures: level === undefined ? figures(0.9, { assigned: 19 }) : figures(level),
      before,
      policy: rules,
      quarter: `${2026 + Math.floor(i / 4)}-Q${((i % 4) + 1) as 1}`,
      now: start + i * 90 * day,
    });
    before = found.review;
    if (found.proposal) expect(tierProposal.parse(found.proposal)).toEqual(found.proposal);
    return found.proposal ? `${found.proposal.kind} ${found.proposal.to}` : "-";
  });
}

describe("the quarterly review (C4)", () => {
  test.each<[string, TierName, readonly (number | undefined)[], readonly string[]]>([
    ["two in a row at B's level move up from C", "C", [0.22, 0.25], ["-", "promotion B"]],
    ["once is not enough, nor twice with a weak one between", "C", [0.22, 0.21, 0.3], ["-", "-", "-"]],
    ["who is refused is proposed again while it holds", "C", [0.3, 0.3, 0.3], ["-", "promotion B", "promotion B"]],
    ["nobody skips a tier", "C", [0.5, 0.5], ["-", "promotion B"]],
    ["from B up at A's bar", "B", [0.3, 0.31], ["-", "promotion A"]],
    ["below the own bar twice moves down", "B", [0.19, 0.19], ["-", "demotion C"]],
    ["from A down", "A", [0.29, 0.1], ["-", "demotion B"]],
    ["at the bar one stays", "A", [0.3, 0.3], ["-", "-"]],
    ["C cannot fall, A cannot rise", "C", [0, 0, 0], ["-", "-", "-"]],
    [
      "too few leads say nothing, and the row goes on after them",
      "C",
      [0.22, undefined, 0.22],
      ["-", "-", "promotion B"],
    ],
  ])("%s", (_what, tier, levels, expected) => {
    expect(reviews(tier, levels)).toEqual(expected);
  });

  test("after how many is the plan's to say", () => {
    const once = tiersPolicy.parse({ promoteAfter: 1 });
    expect(reviews("C", [0.21], once)).toEqual(["promotion B"]);
    expect(reviews("C", [0.25, 0.25, 0.25], tiersPolicy.parse({ promoteAfter: 3 }))).toEqual(["-", "-", "promotion B"]);
  });

  test("a tier that was changed begins a new row", () => {
    const before: TierReview = { agentId: "anna", quarter: "2026-Q3", at: start, tier: "C", above: 5, below: 0 };
    const given = { place: "B", figures: figures(0.35), before, policy, quarter: "2026-Q4", now: start } as const;
    expect(reviewAgent({ ...given, agent: { agentId: "anna", tier: "B" } }).review).toMatchObject({ above: 1 });
  });

  test("judged by what the sources usually convert; with the same sources for all, by the conversion as it is", () => {
    const hard = figures(0.15, { adjustedConversion: 0.31 });
    const given = {
      agent: { agentId: "anna", tier: "B" },
      place: "B",
      before: undefined,
      quarter: "2026-Q4",
      now: start,
    } as const;
    expect(reviewAgent({ ...given, figures: hard, policy }).review).toMatchObject({ above: 1, below: 0 });
    const same = tiersPolicy.parse({ mix: "sameSources" });
    expect(reviewAgent({ ...given, figures: hard, policy: same }).review).toMatchObject({ above: 0, below: 1 });
  });

  test.each([
    [0.31, "A", 0.3],
    [0.25, "B", 0.2],
    [0.1, "C", 0.2],
  ] as const)("no longer new, with %f: enters %s at once", (level, to, bar) => {
    const { proposal } = reviewAgent({
      agent: { agentId: "anna" },
      place: "C",
      figures: figures(level),
      before: undefined,
      policy,
      quarter: "2026-Q4",
      now: start,
    });
    expect(proposal).toMatchObject({ kind: "entry", to, bar, level, status: "open", event: "agent.tierProposed" });
    expect(proposal).not.toHaveProperty("from");
    expect(proposal?.figures).toMatchObject({ assigned: 50, conversion: level });
  });

  test("a newcomer is not reviewed, only counted", () => {
    const given = {
      agent: { agentId: "anna" },
      figures: figures(0.5),
      before: undefined,
      policy,
      quarter: "2026-Q4",
      now: start,
    };
    expect(reviewAgent({ ...given, place: "newcomer" })).toEqual({
      review: { agentId: "anna", quarter: "2026-Q4", at: start, above: 0, below: 0 },
    });
  });

  test.each([
    ["2026-10-01T00:30:00+02:00", "2026-Q3"],
    ["2026-10-07T23:00:00+02:00", "2026-Q3"],
    ["2026-10-08T00:00:00+02:00", undefined],
    ["2026-09-30T23:30:00+02:00", undefined],
    ["2027-01-01T00:00:00+01:00", "2026-Q4"],
    ["2026-11-22T00:00:00+01:00", undefined],
  ])("%s: the review of %s", (at, quarter) => {
    expect(quarterToReview(Date.parse(at), "Europe/Berlin")).toBe(quarter);
  });
});

describe("newcomers (C3)", () => {
  const plan = aPlan();
  test.each([
    ["a tier that is set counts at once", { tier: "A", startedOn: "2026-11-20" }, 0, "A"],
    ["no tier, no leads yet", {}, 0, "newcomer"],
    ["50 leads, but the ramp is not over", { startedOn: "2026-11-01" }, 60, "newcomer"],
    ["the ramp is over, but 49 leads", { startedOn: "2026-01-01" }, 49, "newcomer"],
    ["both", { startedOn: "2026-01-01" }, 50, "C"],
    ["no first day known, 50 leads", {}, 50, "C"],
  ] as const)("%s", (_what, given, assignedEver, place) => {
    expect(tierPlaceOf(anna(given), { assignedEver }, plan, start)).toBe(place);
  });

  test("a probation counts instead of the ramp", () => {
    const tiers = tiersPolicy.parse({ newcomers: { minLeads: 10, probation: "P60D" } });
    const given = anna({ startedOn: "2026-09-01" });
    expect(tierPlaceOf(given, { assignedEver: 10 }, { ...plan, tiers }, start)).toBe("C");
    expect(tierPlaceOf(given, { assignedEver: 10 }, { ...plan, tiers }, Date.parse("2026-10-30T12:00:00Z"))).toBe(
      "newcomer",
    );
  });
});

describe("the way upward, as the agent sees it (C4)", () => {
  const plan = { ...aPlan(), tiers: policy };
  test("what is missing for the next tier, and what keeps the own", () => {
    const review: TierReview = { agentId: "anna", quarter: "2026-Q3", at: start, tier: "B", above: 1, below: 0 };
    expect(tierPathOf(anna({ tier: "B" }), figures(0.28), review, plan, start)).toEqual({
      place: "B",
      level: 0.28,
      leads: { assigned: 50, needed: 20 },
      next: { tier: "A", bar: 0.3, missing: 0.02, reviews: { done: 1, needed: 2 } },
      hold: { tier: "C", bar: 0.2, missing: 0, reviews: { done: 0, needed: 2 } },
    });
  });
  test("at the top there is nothing above; a newcomer sees how many leads and until when", () => {
    expect(tierPathOf(anna({ tier: "A" }), figures(0.4), undefined, plan, start)).not.toHaveProperty("next");
    expect(tierPathOf(anna({ startedOn: "2026-11-01" }), undefined, undefined, plan, start)).toEqual({
      place: "newcomer",
      leads: { assigned: 0, needed: 20 },
      newcomer: { assigned: 0, needed: 50, until: Date.parse("2027-01-30T00:00:00+01:00") },
    });
  });
});

describe("the plan's block", () => {
  test.each([
    [{ shares: { A: 40, B: 35, C: 24 } }, ["shares"]],
    [{ shares: { A: 0, B: 60, C: 40 } }, ["shares", "A"]],
    [{ bars: { A: 0.2, B: 0.2 } }, ["bars", "A"]],
    [{ bars: { A: 30 } }, ["bars", "A"]],
    [{ promoteAt: { B: 0.1 } }, ["promoteAt", "B"]],
    [{ promoteAfter: 0 }, ["promoteAfter"]],
    [{ newcomers: { probation: "two months" } }, ["newcomers", "probation"]],
    [{ review: "silent" }, ["review"]],
  ])("%o is refused there", (block, path) => {
    const parsed = tiersPolicy.safeParse(block);
    expect(parsed.error?.issues.map((issue) => issue.path)).toContainEqual(path);
  });
});
