import { describe, expect, it } from "vitest";
import { type DecisionInput, decisionOf } from "../../../shared/domain/routing/decision.ts";
import { queueReason } from "../../../shared/domain/routing/queue-reason.ts";
import { summaryOf } from "../../../shared/domain/routing/words/summary.ts";
import { decision as decisionSchema, type SkipReason } from "../../../shared/schemas/lead/decision.ts";

const ids = (count: number, prefix: string) => Array.from({ length: count }, (_, i) => `${prefix}-${i + 1}`);
const why = () => ({});

function input(given: Partial<DecisionInput> = {}): DecisionInput {
  return {
    ruleId: "all",
    chosen: "anna",
    rules: [{ ruleId: "all", matched: true, why }],
    outcome: "agent",
    planVersion: 1,
    trace: {
      method: "roundRobin",
      poolId: "all",
      ticket: { epoch: 1, n: 17 },
      gone: [{ epoch: 1, n: 16, agentId: "full", reason: "capacity" }],
      runners: [...ids(20, "next"), "anna"].map((agentId) => ({ agentId, weight: 1, share: 0.0476 })),
      leftOut: new Map<string, SkipReason>([
        ["full", "capacity"],
        ["ben", "away"],
        ["carl", "hours"],
        ["dora", "paused"],
        ["other-1", "skill"],
        ["other-2", "skill"],
      ]),
    },
    ...given,
  };
}

describe("the stored decision", () => {
  it("keeps the chosen, the five nearest, and counts of the others by reason", () => {
    const decision = decisionOf(input(), "compact");
    expect(decision.considered.map(({ agentId }) => agentId)).toEqual([
      "anna",
      "next-1",
      "next-2",
      "full",
      "ben",
      "carl",
    ]);
    expect(decision.others).toEqual({ eligible: 18, paused: 1, skill: 2 });
    expect(decisionSchema.parse(decision)).toEqual(decision);
    expect(JSON.stringify(decision).length).toBeLessThan(900);
  });

  it("keeps the rules nearest to the one that decided", () => {
    const rules = ids(30, "rule").map((ruleId) => ({ ruleId, matched: false, why }));
    const kept = decisionOf(input({ rules }), "compact").rules;
    expect(kept).toHaveLength(12);
    expect(kept.at(-1)?.ruleId).toBe("rule-30");
  });

  it("leaves nobody out in full", () => {
    const decision = decisionOf(input(), "full");
    expect(decision.considered).toHaveLength(27);
    expect(decision).not.toHaveProperty("others");
    expect(decision.considered.find(({ agentId }) => agentId === "full")).toMatchObject({
      eligible: false,
      reason: "capacity",
    });
  });
});

describe("the summary", () => {
  const names = {
    agents: new Map([
      ["anna", { name: "Anna" }],
      ["ben", { name: "Ben" }],
    ]),
    rules: [{ id: "all", name: "Alle" }],
  };
  const trace = { method: "roundRobin", runners: [], leftOut: new Map<string, SkipReason>([["ben", "away"]]) };
  const sentence = (given: Partial<DecisionInput>, locale: "de" | "en") =>
    summaryOf(
      decisionOf(input({ trace: { ...trace, ticket: { epoch: 1, n: 17 } }, ...given }), "compact"),
      names,
      locale,
    );

  it("says in one sentence who got the lead, and why not the others", () => {
    expect(sentence({}, "de")).toBe("Regel „Alle“: Anna ist an der Reihe (Vergabe Nr. 17); Ben ist abwesend.");
    expect(sentence({}, "en")).toBe("Rule “Alle”: it is Anna's turn (ticket 17); Ben is away.");
  });

  it.each([
    [
      { ruleId: "continuity", trace: { ...trace, method: "owner" } },
      "Bekannter Kontakt: Anna betreut diese Person schon",
    ],
    [{ trace: { ...trace, method: "leastLoaded" } }, "Anna hat gerade die wenigsten offenen Leads"],
    [{ trace: { ...trace, method: "agent" } }, "Anna ist dafür fest eingetragen"],
    [{ chosen: undefined, outcome: "pooled" as const }, "Der Lead liegt im Pool"],
    [{ chosen: undefined, outcome: "queued" as const, ruleId: "fallback" }, "Auffangregel"],
    [{ chosen: undefined, outcome: "nurture" as const, ruleId: "handover" }, "Noch bei Marketing"],
    [{ ruleId: "gone-rule" }, "Regel „gone-rule“"],
  ])("tells %j", (given, expected) => {
    expect(sentence(given, "de")).toContain(expected);
  });
});

describe("why a lead waits", () => {
  const reason = (...reasons: SkipReason[]) => queueReason(new Map(reasons.map((each, i) => [String(i), each])));

  it("is what keeps most from taking it, and passes", () => {
    expect(reason("capacity", "away", "capacity")).toBe("capacity");
    expect(reason("hours", "away", "hours", "skill", "skill", "skill")).toBe("hours");
    expect(reason("skill")).toBe("skill");
    expect(reason()).toBe("nobody");
  });
});
