import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accessOf } from "../../../shared/domain/guard-rails/access-tier.ts";
import { targetAttained } from "../../../shared/domain/guard-rails/sales-target.ts";
import type { AgentFigures } from "../../../shared/schemas/figures.ts";
import { cherryPick } from "../../../shared/schemas/plan/cherry-pick.ts";

const day = 24 * 60 * 60_000;
const to = Date.parse("2026-11-22T23:30:00Z");
const figures = (given: Partial<AgentFigures> = {}): AgentFigures => ({
  agentId: "anna",
  from: to - 90 * day,
  to,
  assigned: 20,
  contacted: 20,
  appointments: 0,
  noShows: 0,
  converted: 6,
  sources: {},
  assignedEver: 100,
  workedSince: to - 90 * day,
  ...given,
});
const { access } = cherryPick.parse({ access: {} });
const policy = access === false ? expect.unreachable() : access;
const zone = "Europe/Berlin";
const tierOf = (agent: { salesTarget?: number; startedOn?: string }, given: Partial<AgentFigures> | undefined) =>
  accessOf(agent, given && figures(given), policy, zone).tier;
const good = { conversion: 0.3, minutesToContact: 60, sold: { amount: 90_000, currency: "EUR" } };
const target = { salesTarget: 90_000 };

describe("who may pick first (E5)", () => {
  test.each<[string, object, Partial<AgentFigures> | undefined, number]>([
    ["all three at the first level", target, good, 1],
    ["conversion just below it", target, { ...good, conversion: 0.2999 }, 2],
    ["contact just slower", target, { ...good, minutesToContact: 60.1 }, 2],
    ["the target just missed", target, { ...good, sold: { amount: 89_999, currency: "EUR" } }, 2],
    ["conversion at the lowest level", target, { ...good, conversion: 0.2 }, 2],
    ["conversion below the lowest level", target, { ...good, conversion: 0.1999 }, 3],
    ["contact at the slowest", target, { ...good, minutesToContact: 240 }, 2],
    ["contact slower than that", target, { ...good, minutesToContact: 240.1 }, 3],
    ["four fifths of the target", target, { ...good, sold: { amount: 72_000, currency: "EUR" } }, 2],
    ["less than that", target, { ...good, sold: { amount: 71_000, currency: "EUR" } }, 3],
    ["nothing sold", target, { conversion: 0.3, minutesToContact: 60 }, 3],
    ["no target: the other two decide", {}, { conversion: 0.3, minutesToContact: 60 }, 1],
    ["a target of nothing is none", { salesTarget: 0 }, { conversion: 0.3, minutesToContact: 60 }, 1],
    ["nobody reached yet: no first tier, but no third for it", {}, { conversion: 0.5 }, 2],
    ["no figures at all", target, undefined, 2],
    ["too few leads, whatever came of them", target, { ...good, assigned: 9, conversion: 0 }, 2],
    ["the mix of sources counts", target, { ...good, conversion: 0.12, adjustedConversion: 0.31 }, 1],
  ])("%s", (_name, agent, given, tier) => {
    expect(tierOf(agent, given)).toBe(tier);
  });

  test("each result says what the first and the third tier take", () => {
    expect(accessOf(target, figures({ ...good, conversion: 0.25 }), policy, zone)).toEqual({
      tier: 2,
      leads: { assigned: 20, needed: 10 },
      measures: [
        { metric: "conversion", value: 0.25, first: 0.3, third: 0.2, tier: 2 },
        { metric: "minutesToContact", value: 60, first: 60, third: 240, tier: 1 },
        { metric: "target", value: 1, first: 1, third: 0.8, tier: 1 },
      ],
    });
  });

  test("better results never make a tier worse", () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    const minutes = fc.double({ min: 0, max: 500, noNaN: true });
    const of = (conversion: number, minutesToContact: number, amount: number) =>
      tierOf({ salesTarget: 1 }, { conversion, minutesToContact, sold: { amount, currency: "EUR" } });
    fc.assert(
      fc.property(part, minutes, part, part, minutes, part, (c, m, s, better, faster, more) => {
        const [improved, before] = [of(Math.max(c, better), Math.min(m, faster), Math.max(s, more)), of(c, m, s)];
        return improved <= before;
      }),
    );
  });
});

describe("what attains a sales target", () => {
  const attained = (agent: object, given: Partial<AgentFigures> = {}) =>
    targetAttained({ ...target, ...agent }, figures({ ...good, ...given }), zone);

  test("the deals of 90 days; whoever began later is held against the part since", () => {
    expect(attained({})).toBe(1);
    expect(attained({}, { workedSince: to - 45 * day })).toBe(2);
    expect(attained({ startedOn: "2026-10-09" })).toBeCloseTo(2, 1);
    expect(attained({ startedOn: "2020-01-01" })).toBe(1);
  });

  test("is not judged in the first 30 days, nor without a target or any lead", () => {
    expect(attained({}, { workedSince: to - 29 * day })).toBeUndefined();
    expect(attained({}, { workedSince: to - 30 * day })).toBe(3);
    expect(attained({ salesTarget: undefined })).toBeUndefined();
    expect(targetAttained(target, undefined, zone)).toBeUndefined();
  });
});
