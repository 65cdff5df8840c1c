import { describe, expect, it } from "vitest";
import { checkPlan } from "../../../shared/domain/plan/check-plan.ts";
import { planProblem } from "../../../shared/domain/plan/plan-problem.ts";
import type { Agent } from "../../../shared/schemas/agent.ts";
import { anAgent, aPlan } from "../../support/routing-fixtures.ts";

type PlanDraft = Parameters<typeof aPlan>[0];

const teamOf = (count: number, given: (i: number) => Partial<Agent> = () => ({})) =>
  Array.from({ length: count }, (_, i) => anAgent({ agentId: `a${i + 1}`, ...given(i) }));
const team = { teamId: "sales", name: "Sales", leaderId: "a1", version: 1 };

function check(plan: PlanDraft, agents: readonly Agent[] = teamOf(3)) {
  const around = {
    agents: new Map(agents.map((agent) => [agent.agentId, agent])),
    teams: new Map([["sales", team]]),
    ...{ areas: new Map(), sources: new Map() },
  };
  return checkPlan(aPlan(plan), around);
}
const codes = (...given: Parameters<typeof check>) => check(...given).map(({ code }) => code);
const rule = (method: object, when?: object) => ({ rules: [{ id: "x", method, ...(when && { when }) }] }) as PlanDraft;
const office = {
  mon: ["09:00-18:00"],
  tue: ["09:00-18:00"],
  wed: ["09:00-12:00", "13:00-18:00"],
  thu: ["09:00-18:00"],
};

describe("advice by the size of the team", () => {
  const tiers = rule({ type: "tiers" });
  const tierNames = ["A", "B", "C"] as const;
  const tiered = (count: number) => teamOf(count, (i) => ({ tier: tierNames[i % 3] ?? "A" }));

  it.each([
    [5, tiers, ["tooFewForTiers"]],
    [6, tiers, []],
    [9, {}, []],
    [10, {}, ["tiersWorthIt"]],
    [20, tiers, []],
    [21, {}, ["manyWithoutSpecialists"]],
    [21, rule({ type: "roundRobin", pool: { team: "sales" } }), []],
  ])("%i agents, %j: %j", (count, plan, expected) => {
    expect(codes(plan, tiered(count))).toEqual(expected);
  });

  it("counts agents who work, not managers or those who have left", () => {
    const others = [anAgent({ agentId: "m", role: "manager" }), anAgent({ agentId: "g", status: "inactive" })];
    expect(codes({}, [...teamOf(9), ...others])).toEqual([]);
  });
});

describe("deadlines while the business is closed", () => {
  it.each<[string, PlanDraft, readonly string[]]>([
    ["no hours", {}, []],
    ["closed at night", { businessHours: office }, ["hot", "warm", "cold"]],
    ["closed for a lunch hour only", { businessHours: allWeek("00:00-12:00", "13:00-24:00") }, ["hot"]],
    ["always open", { businessHours: allWeek("00:00-24:00") }, []],
    ["counted in business time", { businessHours: office, sla: { clock: "businessHours" } }, []],
    ["held until the morning", { businessHours: office, onCall: { outsideHours: "hold" } }, []],
  ])("%s", (_, plan, expected) => {
    const [found] = check(plan).filter(({ code }) => code === "dueWhileClosed");
    expect(found && "temperatures" in found ? found.temperatures : []).toEqual(expected);
  });

  function allWeek(...spans: string[]) {
    return Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, spans]));
  }
});

describe("backups", () => {
  const backed = (...pairs: readonly (readonly string[])[]) =>
    teamOf(4, (i) => (pairs[i]?.length ? { backups: [...(pairs[i] ?? [])] } : {}));

  it.each<[string, readonly Agent[], readonly string[]]>([
    ["in a line", backed(["a2"], ["a3"]), []],
    ["each other's only ones", backed(["a2"], ["a1"]), ["backupsInCircle"]],
    ["in a circle of three", backed(["a2"], ["a3"], ["a1"]), ["backupsInCircle"]],
    ["with a way out", backed(["a2"], ["a1", "a3"]), []],
    ["their own", backed(["a1", "a2"]), ["ownBackup"]],
  ])("%s", (_, agents, expected) => {
    expect(codes({}, agents)).toEqual(expected);
  });
});

describe("methods without what they need", () => {
  it("are areas without any, weights of next to nothing, and a pool without an end", () => {
    expect(codes(rule({ type: "area" }))).toContain("noAreas");
    expect(
      codes(
        rule({ type: "weighted" }),
        teamOf(3, (i) => (i === 0 ? { weight: 0.00001 } : {})),
      ),
    ).toEqual(["weightTooSmall"]);
    expect(codes(rule({ type: "pool" }))).toEqual(["poolWithoutWindow"]);
    expect(codes(rule({ type: "pool", claimWithin: "PT30M" }))).toEqual([]);
    expect(codes({ fallback: { type: "pool" } })).toEqual([]);
  });
});

describe("points that no lead can get", () => {
  const points = (...each: number[]) =>
    each.map((value) => ({ when: { field: "phone", op: "exists" as const, value: true }, points: value, why: "x" }));

  it.each<[string, PlanDraft, readonly string[]]>([
    [
      "none is handed over",
      { scoring: { base: 10, rules: points(20, -5), handoverAt: 31, hot: 30, warm: 20 } },
      ["nobodyHandedOver"],
    ],
    ["just enough", { scoring: { base: 10, rules: points(20, -5), handoverAt: 30, hot: 30, warm: 20 } }, []],
    [
      "all are",
      { scoring: { base: 10, rules: points(20, -5), handoverAt: 5, hot: 30, warm: 20 } },
      ["everybodyHandedOver"],
    ],
    ["none is hot", { scoring: { base: 10, rules: points(20), hot: 31, warm: 20 } }, ["neverHot"]],
  ])("%s", (_, plan, expected) => {
    expect(codes(plan)).toEqual(expected);
  });
});

describe("every finding", () => {
  it("names the exact place, and says in both languages what to do", () => {
    const plan: PlanDraft = {
      rules: [
        {
          id: "a",
          when: { all: [{ field: "hour", op: "lt", value: 9 }, { not: { field: "houre", op: "eq", value: 1 } }] },
          method: { type: "roundRobin" },
        },
        {
          id: "b",
          when: {
            all: [
              { field: "hour", op: "gt", value: 9 },
              { field: "hour", op: "lt", value: 9 },
            ],
          },
          method: { type: "tiers" },
        },
        {
          id: "c",
          method: {
            type: "mix",
            parts: [
              { percent: 50, method: { type: "roundRobin", pool: { skills: ["polo"] } } },
              { percent: 50, method: { type: "pool" } },
            ],
          },
        },
        { id: "d", method: { type: "agent", agentId: "nobody" } },
      ],
      sla: { hot: { acceptWithin: "PT2H", contactWithin: "PT15M", reassignAfter: "PT5M" } },
      businessHours: office,
      scoring: { handoverAt: 60 },
      offers: { then: "manager", managerId: "boss" },
    };
    const found = check(plan).map(({ code, pointer }) => `${pointer} ${code}`);
    expect(found.toSorted()).toEqual([
      "/offers/managerId unknownAgent",
      "/rules/0/when/all/1/not/field unknownField",
      "/rules/1/method nobodyInTier",
      "/rules/1/method tooFewForTiers",
      "/rules/1/when/all/1 neverMatches",
      "/rules/2/method/parts/0/method emptyPool",
      "/rules/2/method/parts/0/method/pool/skills/0 unknownSkill",
      "/rules/2/method/parts/1/method poolWithoutWindow",
      "/rules/3 neverReached",
      "/rules/3/method/agentId unknownAgent",
      "/scoring/handoverAt nobodyHandedOver",
      "/sla/clock dueWhileClosed",
      "/sla/hot/acceptWithin acceptLongerThanContact",
      "/sla/hot/acceptWithin hotSlower",
      "/sla/hot/acceptWithin longAcceptance",
      "/sla/hot/reassignAfter backupBeforeDue",
    ]);
    for (const finding of check(plan)) {
      for (const locale of ["de", "en"] as const) {
        const { message, fix } = planProblem(finding, locale);
        expect([message, fix].every((text) => /^[A-ZÄÖÜ0-9“„a-z].{10,}[.]$/.test(text))).toBe(true);
        expect(`${message} ${fix}`).not.toMatch(/undefined|\[object/);
      }
    }
  });
});
