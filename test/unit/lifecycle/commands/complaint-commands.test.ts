import { describe, expect, test } from "vitest";
import type { Command } from "../../../../shared/domain/lifecycle/command.ts";
import { decide } from "../../../../shared/domain/lifecycle/decide.ts";
import { firstState } from "../../../../shared/domain/lifecycle/first-state.ts";
import type { LeadState } from "../../../../shared/schemas/lead/lead.ts";
import { aBody, accepted, aPlan, apply, given, hour, offered, refusalOf, start, unassigned } from "../lead-fixtures.ts";

const context = { now: start + hour, plan: aPlan() };
const complain: Command = { type: "complain", by: "ben", reason: "was my turn", decision: { about: 2, ruleId: "all" } };
const unnamed = ({ version, commitId, events, ...lead }: LeadState) => lead;

describe("a complaint (F4)", () => {
  test.each<readonly [string, LeadState]>([
    ["offered", offered()],
    ["owned", accepted()],
    ["in the pool", unassigned("pooled")],
    ["waiting", unassigned("queued")],
    ["lost", given(accepted(), [3, { type: "lose", by: "anna", reason: "x" }])],
    ["a duplicate", firstState(aBody({ status: "duplicate" }))],
    ["rejected", firstState(aBody({ status: "rejected" }))],
  ])("about a lead that is %s is one event and changes nothing else", (_, state) => {
    const lead = apply(state, complain, start + hour);
    expect(lead.version).toBe(state.version + 1);
    expect(unnamed(lead)).toEqual(unnamed(state));
    expect(lead.events).toEqual([
      {
        ...{ type: "lead.complained", at: start + hour, actor: "agent:ben" },
        ...{ reason: "was my turn", about: 2, ruleId: "all" },
      },
    ]);
  });
  test("about the same decision by the same agent changes nothing; by another, or about another, it is one more", () => {
    const lead = apply(offered(), complain, start + hour);
    expect(decide(complain, lead, context)).toEqual({ accepted: true });
    expect(decide({ ...complain, by: "cem" }, lead, context)).toHaveProperty("next");
    expect(decide({ ...complain, decision: { about: 3 } }, lead, context)).toHaveProperty("next");
  });
  test("about an erased lead is too late", () => {
    const erased = given(offered(), [3, { type: "erase", by: "mia" }]);
    expect(refusalOf(decide(complain, erased, context))).toEqual({ kind: "wrongState", status: "erased" });
  });
});
