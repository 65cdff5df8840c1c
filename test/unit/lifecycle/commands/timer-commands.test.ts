import { describe, expect, test } from "vitest";
import { decide } from "../../../../shared/domain/lifecycle/decide.ts";
import { dueStep, nextDueAt } from "../../../../shared/domain/lifecycle/due.ts";
import {
  accepted,
  aPlan,
  apply,
  contacted,
  day,
  given,
  hour,
  minute,
  noAnswer,
  offered,
  refusalOf,
  start,
  toBen,
  types,
  unassigned,
} from "../lead-fixtures.ts";

const plan = aPlan();
const at = (ms: number) => ({ now: start + ms, plan });

describe("hot escalation (D2)", () => {
  test("tells the leader at fifteen minutes, once", () => {
    expect(refusalOf(decide({ type: "escalate" }, accepted(), at(16 * minute - 1)))).toEqual({ kind: "notDue" });
    const told = apply(accepted(), { type: "escalate" }, start + 16 * minute);
    expect(told.events).toMatchObject([{ type: "lead.escalated", agentId: "anna", reason: "noContact" }]);
    expect(told).toMatchObject({ status: "accepted", ownerId: "anna", wait: 2 });
    expect(refusalOf(decide({ type: "escalate" }, told, at(17 * minute)))).toEqual({ kind: "notDue" });
  });
  test("gives the lead to a backup at thirty, without acceptance or a second escalation", () => {
    const backup = { type: "giveToBackup", agentId: "bea" } as const;
    expect(refusalOf(decide(backup, accepted(), at(31 * minute - 1)))).toEqual({ kind: "notDue" });
    const lead = apply(accepted(), backup, start + 31 * minute);
    expect(lead).toMatchObject({
      status: "accepted",
      ownerId: "bea",
      assignedAt: start + 31 * minute,
      escalated: true,
      tried: ["anna"],
      wait: 3,
      cycle: 1,
    });
    expect(lead.deadlines).toEqual({ contact: start + 46 * minute, reclaim: start + 31 * minute + 72 * hour });
    expect(lead.events).toMatchObject([
      { type: "lead.reassigned", fromAgentId: "anna", agentId: "bea", actor: "timer" },
    ]);
  });
  test("without anybody to take over, the lead stays and the leader hears that", () => {
    const lead = apply(accepted(), { type: "giveToBackup" }, start + 31 * minute);
    expect(lead).toMatchObject({ ownerId: "anna", wait: 2, events: [{ type: "lead.escalated", reason: "noBackup" }] });
    expect(nextDueAt(lead)).toBe(start + minute + 72 * hour);
  });
  test("an attempt does not stop it, a contact does", () => {
    const tried = given(accepted(), [5, noAnswer]);
    expect(decide({ type: "escalate" }, tried, at(16 * minute)).accepted).toBe(true);
    expect(refusalOf(decide({ type: "escalate" }, contacted(), at(16 * minute)))).toEqual({ kind: "notDue" });
  });
});

describe("taking back (D3)", () => {
  const reclaim = { type: "reclaim", next: toBen } as const;
  test("after 72 hours without contact: another agent is asked, in a new cycle and a new round of offers", () => {
    const due = 72 * hour + minute;
    expect(refusalOf(decide(reclaim, accepted(), at(due - 1)))).toEqual({ kind: "notDue" });
    const lead = apply(accepted(), reclaim, start + due);
    expect(lead.events).toMatchObject([
      { type: "lead.reclaimed", agentId: "anna", reason: "noContact", actor: "timer" },
      { type: "lead.offered", agentId: "ben" },
    ]);
    expect(lead).toMatchObject({ status: "offered", cycle: 2, wait: 3, tried: ["anna"], version: 5 });
    expect(lead.offers).toEqual({ since: start + due, made: 1 });
    for (const gone of ["ownerId", "assignedAt", "attempts", "contactedAt", "appointmentAt", "progressAt"]) {
      expect(lead).not.toHaveProperty(gone);
    }
  });
  test("after 14 days without progress", () => {
    const due = 14 * day + 2 * minute;
    expect(refusalOf(decide(reclaim, contacted(), at(due - 1)))).toEqual({ kind: "notDue" });
    expect(apply(contacted(), reclaim, start + due).events[0]?.reason).toBe("noProgress");
  });
  test("at the end of the ownership, whatever was logged", () => {
    const busy = apply(
      contacted(),
      { type: "contact", by: "anna", channel: "call", outcome: "reached" },
      start + 29 * day,
    );
    expect(apply(busy, reclaim, start + 30 * day + minute).events[0]?.reason).toBe("ownershipEnded");
  });
  test("with an appointment ahead: not before it", () => {
    const booked = apply(contacted(), { type: "appointment", by: "anna", at: start + 40 * day }, start + day);
    expect(refusalOf(decide(reclaim, booked, at(31 * day)))).toEqual({ kind: "notDue" });
    expect(decide(reclaim, booked, at(40 * day)).accepted).toBe(true);
  });
  test("or pools it, in a new cycle all the same", () => {
    const lead = apply(accepted(), { type: "reclaim", next: { to: "pool", reason: "noContact" } }, start + 73 * hour);
    expect(lead).toMatchObject({ status: "pooled", cycle: 2, reason: "noContact" });
    expect(types(lead)).toEqual(["lead.reclaimed", "lead.pooled"]);
  });
});

describe("what is due", () => {
  test.each([
    ["nothing before the offer's end", offered(), 5 * minute - 1, undefined],
    ["the next offer at its end", offered(), 5 * minute, "expireOffer"],
    ["the leader at fifteen minutes", accepted(), 16 * minute, "escalate"],
    ["the backup at thirty, though nobody told the leader", accepted(), 31 * minute, "giveToBackup"],
    ["taking back at 72 hours, though nobody was there before", accepted(), 73 * hour, "reclaim"],
    ["nothing while held", contacted(), 13 * day, undefined],
    ["taking back after 14 days", contacted(), 15 * day, "reclaim"],
    ["nothing in the pool, ever", unassigned("pooled"), 1000 * day, undefined],
  ] as const)("%s", (_name, state, ms, step) => {
    expect(dueStep(state, start + ms)).toBe(step);
  });
  test("is known ahead", () => {
    expect(nextDueAt(offered())).toBe(start + 5 * minute);
    expect(nextDueAt(accepted())).toBe(start + 16 * minute);
    expect(nextDueAt(contacted())).toBe(start + 14 * day + 2 * minute);
    expect(nextDueAt(unassigned("queued"))).toBeUndefined();
  });
});

describe("when the workflow fails", () => {
  test("the pool has the lead, whatever it waited for", () => {
    for (const state of [offered(), accepted(), contacted()]) {
      const lead = apply(state, { type: "pool", reason: "workflow" }, start + hour);
      expect(lead).toMatchObject({ status: "pooled", reason: "workflow", cycle: 2 });
      expect(lead).not.toHaveProperty("ownerId");
    }
  });
  test("nothing is pooled that has no workflow", () => {
    expect(refusalOf(decide({ type: "pool", reason: "workflow" }, unassigned("queued"), at(0))).kind).toBe(
      "wrongState",
    );
  });
  test("a repair begins a new cycle and changes nothing else", () => {
    const lead = apply(accepted(), { type: "repair" }, start + hour);
    const { cycle, version, commitId, events, ...rest } = lead;
    expect(cycle).toBe(2);
    expect(accepted()).toMatchObject(rest);
    expect(refusalOf(decide({ type: "repair" }, unassigned("pooled"), at(0)))).toEqual({ kind: "notDue" });
  });
});
