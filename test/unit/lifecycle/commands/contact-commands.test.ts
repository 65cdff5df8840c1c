import { describe, expect, test } from "vitest";
import type { Command } from "../../../../shared/domain/lifecycle/command.ts";
import { decide } from "../../../../shared/domain/lifecycle/decide.ts";
import {
  accept,
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
  reached,
  refusalOf,
  start,
  types,
  unassigned,
} from "../lead-fixtures.ts";

const plan = aPlan();
const at = (ms: number) => ({ now: start + ms, plan });
const appointment = (inDays: number, outcome?: "kept" | "noShow"): Command => ({
  type: "appointment",
  by: "anna",
  at: start + inDays * day,
  outcome,
});

describe("a contact (D3)", () => {
  test("that reached the person stops the clocks of contact and starts those of the ownership", () => {
    const lead = contacted();
    expect(lead).toMatchObject({
      status: "contacted",
      contactedAt: start + 2 * minute,
      progressAt: start + 2 * minute,
      wait: 3,
      cycle: 1,
    });
    expect(lead.deadlines).toEqual({
      idle: start + 2 * minute + 14 * day,
      ownership: start + minute + 30 * day,
    });
    expect(lead.events).toMatchObject([{ type: "lead.contacted", outcome: "reached", channel: "call" }]);
  });
  test("attempt moves nothing but the date of taking the lead back", () => {
    const lead = apply(accepted(), noAnswer, start + hour);
    const { reclaim, ...others } = lead.deadlines;
    expect(reclaim).toBe(start + hour + 72 * hour);
    expect(others).toEqual({
      contact: start + 16 * minute,
      leader: start + 16 * minute,
      backup: start + 31 * minute,
    });
    expect(lead).toMatchObject({ status: "accepted", wait: 2, attempts: { count: 1 } });
    expect(lead.contactedAt).toBeUndefined();
  });
  test("attempts in a row count from the first to the last", () => {
    const lead = given(accepted(), [60, noAnswer], [180, { ...noAnswer, outcome: "leftMessage" } as Command]);
    expect(lead.attempts).toEqual({ count: 2, first: start + hour, last: start + 3 * hour });
    expect(lead.deadlines.reclaim).toBe(start + hour + 5 * day);
  });
  test("by a leader counts for the owner", () => {
    const lead = apply(accepted(), { ...reached, by: "lena" } as Command, start + hour);
    expect(lead.events).toMatchObject([{ actor: "agent:lena", agentId: "anna" }]);
    expect(lead.ownerId).toBe("anna");
  });
  test("again restarts the idle clock, not the ownership", () => {
    const lead = apply(contacted(), reached, start + 3 * day);
    expect(lead.deadlines).toEqual({ idle: start + 17 * day, ownership: start + minute + 30 * day });
    expect(lead).toMatchObject({ status: "contacted", wait: 3, contactedAt: start + 2 * minute });
  });
  test("attempt after the contact moves no deadline", () => {
    const lead = apply(contacted(), noAnswer, start + 3 * day);
    expect(lead.deadlines).toEqual(contacted().deadlines);
  });
  test.each([
    ["an offered lead", offered()],
    ["a pooled lead", unassigned("pooled")],
    ["a lost lead", given(accepted(), [3, { type: "lose", by: "anna", reason: "x" }])],
  ])("with %s is refused by its status", (_name, lead) => {
    expect(refusalOf(decide(reached, lead, at(hour)))).toEqual({ kind: "wrongState", status: lead.status });
    expect(refusalOf(decide(noAnswer, lead, at(hour)))).toEqual({ kind: "wrongState", status: lead.status });
  });
});

describe("an ISA on a nurture lead (C6)", () => {
  const isa = { ...reached, by: "ida" } as Command;
  test("who reaches the person has the lead", () => {
    const lead = apply(unassigned("nurture"), isa, start + hour);
    expect(lead).toMatchObject({ status: "contacted", ownerId: "ida", assignedAt: start + hour, wait: 2, cycle: 1 });
  });
  test("who tries leaves it in nurture", () => {
    const lead = apply(unassigned("nurture"), { ...noAnswer, by: "ida" } as Command, start + hour);
    expect(lead).toMatchObject({ status: "nurture", wait: 1 });
    expect(lead.ownerId).toBeUndefined();
    expect(lead.deadlines).toEqual({});
  });
  test("who qualifies it has it, contact included", () => {
    const lead = apply(unassigned("nurture"), { type: "qualify", by: "ida", met: "3/4" }, start + hour);
    expect(types(lead)).toEqual(["lead.contacted", "lead.qualified"]);
    expect(lead).toMatchObject({ status: "qualified", ownerId: "ida", contactedAt: start + hour, version: 4 });
  });
});

describe("qualifying (C6, D5)", () => {
  test("is progress", () => {
    const lead = apply(contacted(), { type: "qualify", by: "anna" }, start + 4 * day);
    expect(lead).toMatchObject({ status: "qualified", since: start + 4 * day, progressAt: start + 4 * day, wait: 3 });
    expect(lead.deadlines.idle).toBe(start + 18 * day);
    expect(types(lead)).toEqual(["lead.qualified"]);
  });
  test("straight after acceptance implies the contact", () => {
    const lead = apply(accepted(), { type: "qualify", by: "anna" }, start + hour);
    expect(types(lead)).toEqual(["lead.contacted", "lead.qualified"]);
    expect(lead).toMatchObject({ status: "qualified", contactedAt: start + hour, wait: 3 });
    expect(lead.deadlines.reclaim).toBeUndefined();
  });
  test("with an appointment ahead keeps the later step", () => {
    const lead = given(contacted(), [10, appointment(3)], [20, { type: "qualify", by: "anna" }]);
    expect(lead.status).toBe("appointment");
  });
});

describe("an appointment (D5, D3)", () => {
  test("is progress, and inside the ownership changes nothing else", () => {
    const lead = apply(contacted(), appointment(3), start + day);
    expect(lead).toMatchObject({ status: "appointment", appointmentAt: start + 3 * day, wait: 3 });
    expect(lead.deadlines).toEqual({ idle: start + 15 * day, ownership: start + minute + 30 * day });
  });
  test("beyond the ownership postpones its end", () => {
    const lead = apply(contacted(), appointment(45), start + day);
    expect(lead.deadlines.ownership).toBe(start + 45 * day);
  });
  test("moved forward gives the running timer new time-outs", () => {
    const far = apply(contacted(), appointment(45), start + day);
    const near = apply(far, appointment(3), start + 2 * day);
    expect(near.deadlines.ownership).toBe(start + minute + 30 * day);
    expect(near.wait).toBe(far.wait + 1);
  });
  test.each(["kept", "noShow"] as const)("%s: progress, and nothing is ahead any more", (outcome) => {
    const far = apply(contacted(), appointment(45), start + day);
    const lead = apply(far, appointment(45, outcome), start + 45 * day);
    expect(lead.events).toMatchObject([{ type: "lead.appointment", outcome, appointmentAt: start + 45 * day }]);
    expect(lead.deadlines.ownership).toBe(start + minute + 30 * day);
  });
  test("that was never made has no outcome", () => {
    expect(refusalOf(decide(appointment(1, "kept"), contacted(), at(2 * day)))).toMatchObject({ kind: "wrongState" });
  });
  test("straight after acceptance implies the contact", () => {
    const lead = given(offered(), [1, accept], [2, appointment(3)]);
    expect(types(lead)).toEqual(["lead.contacted", "lead.appointment"]);
    expect(lead.contactedAt).toBe(start + 2 * minute);
  });
});
