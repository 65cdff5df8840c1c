import { describe, expect, it } from "vitest";
import { checkPlan } from "../../../shared/domain/plan/check-plan.ts";
import { findingTextsDe } from "../../../shared/domain/plan/findings/finding-texts-de.ts";
import { findingTextsEn } from "../../../shared/domain/plan/findings/finding-texts-en.ts";
import { planProblem } from "../../../shared/domain/plan/plan-problem.ts";
import type { Team } from "../../../shared/schemas/agent.ts";
import type { Area } from "../../../shared/schemas/area.ts";
import type { Condition } from "../../../shared/schemas/plan/condition.ts";
import type { PlanInput } from "../../../shared/schemas/plan/plan.ts";
import { anAgent, aPlan } from "../../support/routing-fixtures.ts";

const agents = new Map(
  [
    anAgent({ agentId: "anna", skills: ["luxury"], territories: ["mitte"] }),
    anAgent({ agentId: "ben" }),
    anAgent({ agentId: "gone", status: "inactive", skills: ["investor"] }),
  ].map((agent) => [agent.agentId, agent]),
);
const area = (areaId: string, ...postalCodes: string[]): [string, Area] => [
  areaId,
  { areaId, name: areaId, version: 1, postalCodes },
];
const around = {
  agents,
  teams: new Map([["sales", { teamId: "sales", name: "Sales", leaderId: "anna", version: 1 }]]),
  areas: new Map([area("mitte", "101*"), area("ost", "10115", "12*"), area("nord", "13*")]),
  sources: new Map(),
};
const everyone = { type: "roundRobin" } as const;
const atLeast = (value: number): Condition => ({ field: "budget.max", op: "gte", value });

/** Codes found, with the rule they are about. */
function found(given: Parameters<typeof aPlan>[0]): string[] {
  return checkPlan(aPlan(given), around).map(({ code, ruleId }) => (ruleId ? `${ruleId}: ${code}` : code));
}

describe("the plan check", () => {
  it("finds nothing in a plain plan", () => {
    expect(found({})).toEqual([]);
  });

  it("finds tiers and speeds that nobody has yet", () => {
    const of = (method: object) => found({ fallback: method as PlanInput["fallback"] });
    const fastest = { type: "fastest", pool: {}, floor: 0.5, minContacts: 10 };
    expect(of({ type: "tiers", pool: {} })).toContain("fallback: nobodyInTier");
    expect(of(fastest)).toEqual(["fallback: noSpeedKnown"]);
    const figures = new Map([["anna", { contacted: 10, minutesToContact: 4 }]]);
    const tiered = new Map([...agents, ["cem", anAgent({ agentId: "cem", tier: "B" })]]);
    const fine = { ...around, agents: tiered, figures };
    expect(checkPlan(aPlan({ fallback: fastest as PlanInput["fallback"] }), fine)).toEqual([]);
    const tieredPlan = checkPlan(aPlan({ fallback: { type: "tiers", pool: {} } }), fine);
    expect(tieredPlan.map(({ code }) => code)).toEqual(["tooFewForTiers"]);
    const few = { ...fine, figures: new Map([["anna", { contacted: 9, minutesToContact: 4 }]]) };
    expect(checkPlan(aPlan({ fallback: fastest as PlanInput["fallback"] }), few)).toHaveLength(1);
  });

  it("finds rules behind one that leaves them nothing", () => {
    const rules = (overflow: "next" | "queue") => [
      { id: "first", name: "Erste", method: everyone, overflow },
      { id: "later", when: atLeast(1), method: everyone },
    ];
    expect(found({ rules: rules("queue") })).toEqual(["later: neverReached"]);
    expect(found({ rules: rules("next") })).toEqual(["later: reachedOnOverflow"]);
    const open = { id: "open", method: { type: "pool", claimWithin: "PT1H" } } as const;
    expect(found({ rules: [open, { id: "later", method: everyone }] })).toEqual(["later: neverReached"]);
    const owner = { id: "known", method: { type: "owner" } } as const;
    const asRule = { continuity: { place: "asRule" as const } };
    expect(found({ ...asRule, rules: [owner, { id: "later", method: everyone }] })).toEqual([]);
    const same = [
      { id: "a", when: atLeast(5), method: { type: "pool", claimWithin: "PT1H" } },
      { id: "b", when: atLeast(5), method: everyone },
      { id: "c", when: atLeast(6), method: everyone },
    ] as const;
    expect(found({ rules: [...same] })).toEqual(["b: neverReached", "c: neverReached"]);
    expect(found({ rules: [{ id: "a", when: { all: [] }, method: open.method }, same[2]] })).toEqual([
      "c: neverReached",
    ]);
  });

  it("finds names of nothing: agents and teams as errors first, the rest as warnings", () => {
    const rules = [
      { id: "a", when: { field: "area", op: "in", value: ["mitte", "süd"] }, method: everyone },
      { id: "b", when: { field: "source", op: "eq", value: "portal" }, method: everyone },
      { id: "c", method: { type: "roundRobin", pool: { agents: ["anna", "ben", "zoe"], skills: ["polo"] } } },
      { id: "d", when: atLeast(1), method: { type: "roundRobin", pool: { team: "north" } } },
    ] as const;
    const codes = found({ rules: [...rules] });
    expect(codes.slice(0, 2)).toEqual(["c: unknownAgent", "d: unknownTeam"]);
    expect(codes).toEqual(expect.arrayContaining(["a: unknownArea", "b: unknownSource", "c: unknownSkill"]));
  });

  it("finds pools with nobody or one, inactive people, and areas nobody covers", () => {
    const pool = (filter: object) => found({ rules: [{ id: "x", method: { type: "roundRobin", pool: filter } }] });
    expect(pool({ skills: ["investor"] })).toEqual(["x: emptyPool"]);
    expect(pool({ skills: ["luxury"] })).toEqual(["x: onePool"]);
    expect(pool({ matchSkills: ["interest"] })).toEqual(["x: emptyPool"]);
    expect(pool({ areas: "match" })).toEqual(["x: uncoveredAreas", "x: onePool", "overlappingAreas"]);
    const areaPool = { areas: "match" as const };
    for (const method of [
      { type: "area", pool: areaPool, overlap: "rotate" },
      { type: "lastInArea", pool: areaPool },
    ] as const) {
      expect(found({ rules: [{ id: "x", method }] })).toEqual(["x: uncoveredAreas", "x: onePool", "overlappingAreas"]);
    }
    expect(found({ rules: [{ id: "x", method: { type: "agent", agentId: "gone" } }] })).toEqual(["x: inactiveAgent"]);
  });

  it("finds a fallback that ends nowhere", () => {
    expect(found({ fallback: { type: "roundRobin", pool: { role: "manager" } } })).toEqual([
      "fallback: fallbackNobody",
    ]);
    expect(found({ fallback: { type: "owner" } })).toEqual(["fallback: fallbackOwner"]);
    expect(found({ fallback: { type: "roundRobin", pool: { languages: "match" } } })).toEqual([
      "fallback: fallbackPartial",
    ]);
    expect(found({ fallback: { type: "agent", agentId: "gone" } })).toEqual(["fallback: inactiveAgent"]);
  });

  it("finds fields that leads do not have, in rules and in scoring", () => {
    const when = { any: [{ field: "budgetMax", op: "gt", value: 1 } as const, atLeast(1)] };
    const consent: Condition = { field: "consent.given", op: "eq", value: true };
    expect(found({ rules: [{ id: "x", when, method: everyone }] })).toEqual(["x: unknownField"]);
    expect(found({ rules: [{ id: "x", when: consent, method: everyone }] })).toEqual(["x: unknownField"]);
    expect(found({ scoring: { rules: [{ when: consent, points: 20, why: "x" }] } })).toEqual([]);
    expect(found({ scoring: { rules: [{ when, points: 20, why: "x" }] } })).toEqual(["unknownField"]);
  });

  it("finds teams without a leader, and agents' areas and backups that do not exist", () => {
    const dora = anAgent({ agentId: "dora", team: "north", territories: ["south"], backups: ["zoe", "anna"] });
    const north = { teamId: "north", name: "North", version: 1 };
    const wider = {
      ...around,
      teams: new Map<string, Team>([...around.teams, ["north", north]]),
      agents: new Map([...agents, ["dora", dora]]),
    };
    const codes = (plan: PlanInput) => checkPlan(plan, wider).map(({ code }) => code);
    expect(codes(aPlan())).toEqual(["unknownTerritory", "unknownBackup", "noLeader"]);
    const calm = { acceptWithin: "PT5M", contactWithin: "PT15M" };
    expect(codes(aPlan({ sla: { hot: calm } }))).toEqual(["unknownTerritory", "unknownBackup"]);
  });

  it("advises on too many rules, and on none", () => {
    const rules = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        ...{ id: `r-${i}`, method: everyone },
        when: { field: "product", op: "eq" as const, value: `p${i}` },
      }));
    expect(found({ rules: rules(5) })).toEqual([]);
    expect(found({ rules: rules(6) })).toEqual(["manyRules"]);
    expect(found({ rules: rules(7) })).toEqual(["tooManyRules"]);
    expect(found({ rules: [] })).toEqual(["noRules"]);
  });

  it("finds time limits that work against each other", () => {
    const hot = { acceptWithin: "PT5M", contactWithin: "PT15M" };
    expect(found({ sla: { hot: { ...hot, notifyLeaderAfter: "PT40M", reassignAfter: "PT30M" } } })).toEqual([
      "leaderAfterBackup",
    ]);
    expect(found({ sla: { hot: { ...hot, reassignAfter: "PT10M" } } })).toEqual(["backupBeforeDue"]);
    expect(found({ sla: { hot: { ...hot, reassignAfter: "PT80H" } } })).toEqual(["reclaimBeforeBackup"]);
    expect(found({ sla: { hot: { acceptWithin: "PT2H", contactWithin: "PT15M" } } })).toEqual([
      "acceptLongerThanContact",
      "longAcceptance",
      "hotSlower",
    ]);
    expect(found({ reclaim: { notConvertedAfter: "P40D" } })).toEqual(["ownershipBeforeIdle"]);
  });

  it("has words in both languages for all of it", () => {
    expect(Object.keys(findingTextsDe).sort()).toEqual(Object.keys(findingTextsEn).sort());
    const plan: PlanInput = aPlan({ rules: [{ id: "x", method: { type: "agent", agentId: "gone" } }] });
    const [finding] = checkPlan(plan, around);
    if (!finding) throw new Error("nothing found");
    expect(planProblem(finding, "en")).toEqual({
      severity: "error",
      ruleId: "x",
      pointer: "/rules/0/method",
      code: "inactiveAgent",
      message: "gone is inactive and gets no leads.",
      fix: "Activate the agent, or name another one.",
    });
    expect(planProblem(finding, "de").message).toContain("nicht aktiv");
  });
});
