import { describe, expect, test } from "vitest";
import type { Command } from "../../../../shared/domain/lifecycle/command.ts";
import { holdNow } from "../../../../shared/domain/lifecycle/commands/hold-commands.ts";
import { decide } from "../../../../shared/domain/lifecycle/decide.ts";
import { dueStep, nextDueAt } from "../../../../shared/domain/lifecycle/due.ts";
import { firstState } from "../../../../shared/domain/lifecycle/first-state.ts";
import { waitOf } from "../../../../shared/domain/lifecycle/phase.ts";
import { answerToken } from "../../../../shared/domain/lifecycle/workflow/answer-token.ts";
import { workflowTimeouts } from "../../../../shared/domain/lifecycle/workflow/workflow-timeouts.ts";
import type { FirstOutcome } from "../../../../shared/schemas/lead/lead.ts";
import { aBody, aPlan, apply, day, hour, minute, refusalOf, start, types } from "../lead-fixtures.ts";

const open = (by = "anna"): Command => ({ type: "open", by, details: 3 * minute });
const claim = (by = "anna"): Command => ({ type: "claim", by });
const at = (now: number) => ({ now, plan: aPlan() });

function posted(deadlines: FirstOutcome["deadlines"] = {}, first: Partial<FirstOutcome> = {}) {
  return firstState(aBody({ status: "pooled", posted: { rule: "pick", pick: true, at: start }, deadlines, ...first }));
}

describe("opening a lead that is to be picked (E2)", () => {
  test("holds it for so long, with the deadlines it had; only the end of the look is timed", () => {
    const lead = apply(posted({ claim: start + minute, recycle: start + day }), open(), start + 1000);
    const until = start + 1000 + 3 * minute;
    expect(lead).toMatchObject({
      status: "held",
      held: { agentId: "anna", at: start + 1000 },
      since: start,
      deadlines: { hold: until, claim: start + minute, recycle: start + day },
    });
    expect([types(lead), waitOf(lead), nextDueAt(lead)]).toEqual([["lead.opened"], "claim", until]);
    expect(workflowTimeouts(lead, start + 1000).accept).toBe(180);
    expect([dueStep(lead, until - 1), dueStep(lead, until)]).toEqual([undefined, "expireHold"]);
    expect([holdNow(lead, until - 1)?.agentId, holdNow(lead, until)]).toEqual(["anna", undefined]);
  });

  test("again prolongs nothing; by others it is refused until the end", () => {
    const lead = apply(posted(), open(), start);
    const until = start + 3 * minute;
    expect(decide(open(), lead, at(start + minute))).toEqual({ accepted: true });
    for (const command of [open("ben"), claim("ben")]) {
      expect(refusalOf(decide(command, lead, at(until - 1)))).toEqual({
        kind: "guardRail",
        obstacle: { reason: "held", until },
      });
      expect(types(apply(lead, command, until))).toEqual([
        "lead.holdExpired",
        command.type === "open" ? "lead.opened" : "lead.claimed",
      ]);
    }
  });

  test("is for leads to be picked that lie in the pool", () => {
    const plain = firstState(aBody({ status: "pooled", posted: { rule: "pool" } }));
    expect(refusalOf(decide(open(), plain, at(start)))).toEqual({ kind: "notToPick" });
    const queued = firstState(aBody({ status: "queued", reason: "capacity" }));
    expect(refusalOf(decide(open(), queued, at(start)))).toEqual({ kind: "wrongState", status: "queued" });
    const claimed = apply(posted(), claim("ben"), start);
    expect(refusalOf(decide(open(), claimed, at(start)))).toEqual({ kind: "taken", status: "accepted" });
  });
});

describe("the end of the look", () => {
  test("with other deadlines the execution waits on for these; without any it ends", () => {
    const timed = apply(posted({ recycle: start + day }), open(), start);
    const back = apply(timed, { type: "expireHold" }, start + 3 * minute);
    expect(back).toMatchObject({ status: "pooled", cycle: 1, deadlines: { recycle: start + day }, since: start });
    const token = { wait: timed.wait, cycle: 1, at: "AwaitClaim" } as const;
    expect(answerToken(token, back, start + 3 * minute)).toMatchObject({ kind: "fail", error: "Posted" });
    const untimed = apply(apply(posted(), open(), start), { type: "expireHold" }, start + 3 * minute);
    expect(untimed).toMatchObject({ status: "pooled", cycle: 2, deadlines: {} });
    expect(answerToken(token, untimed, start + 3 * minute)).toMatchObject({ kind: "fail", error: "Ended" });
  });

  test("what was due meanwhile is due then", () => {
    const lead = apply(posted({ claim: start + minute }), open(), start);
    const back = apply(lead, { type: "expireHold" }, start + 3 * minute);
    expect(dueStep(back, start + 3 * minute)).toBe("expireClaim");
  });

  test("comes before its time only by whoever opens another", () => {
    const lead = apply(posted(), open(), start);
    expect(refusalOf(decide({ type: "expireHold" }, lead, at(start + minute)))).toEqual({ kind: "notDue" });
    expect(decide({ type: "giveBack", by: "ben" }, lead, at(start))).toEqual({ accepted: true });
    expect(apply(lead, { type: "giveBack", by: "anna" }, start + minute)).toMatchObject({
      status: "pooled",
      events: [{ type: "lead.holdExpired", agentId: "anna", reason: "openedAnother" }],
    });
  });
});

describe("a claim of a lead to be picked (E3)", () => {
  test("sets one limit, which attempts do not move", () => {
    const lead = apply(posted({}, {}), claim(), start);
    const limit = start + 2 * hour;
    expect(lead).toMatchObject({ picked: true, events: [{ type: "lead.claimed", method: "cherryPick" }] });
    // Hot: the leader is told as ever, but nobody backs up.
    expect(lead.deadlines).toEqual({ contact: limit, leader: start + 15 * minute, reclaim: limit });
    const noAnswer: Command = { type: "contact", by: "anna", channel: "call", outcome: "noAnswer" };
    const tried = apply(apply(lead, noAnswer, start + hour), noAnswer, start + hour + minute);
    expect(tried.deadlines.reclaim).toBe(limit);
    const pool = { to: "pool", posting: { posted: { rule: "pick", pick: true as const }, deadlines: {} } } as const;
    const back = apply(tried, { type: "reclaim", next: pool }, limit);
    expect(back).toMatchObject({ tried: ["anna"], events: [{ reason: "pickMissed", agentId: "anna" }, {}] });
    expect([back.picked, back.attempts]).toEqual([undefined, undefined]);
  });

  test("counts opening time where the plan's clock does", () => {
    const plan = aPlan({
      sla: { clock: "businessHours" },
      businessHours: { mon: ["09:00-11:00"], tue: ["09:00-18:00"] },
      cherryPick: { contactWithin: "PT2H" },
    });
    const lead = apply(posted(), claim(), start, plan);
    // Monday ten o'clock in Berlin: one hour is left, the other is Tuesday's first.
    expect(lead.deadlines.contact).toBe(Date.parse("2026-11-24T09:00:00Z"));
  });
});
