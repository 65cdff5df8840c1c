import { describe, expect, test } from "vitest";
import {
  assignmentDeadlines,
  contactDeadlines,
  offerDeadlines,
  offersEndAt,
  reclaimDueAt,
} from "../../../shared/domain/lifecycle/deadlines.ts";
import { aPlan, day, hour, minute, start } from "./lead-fixtures.ts";

const plan = aPlan();

describe("an offer (D1)", () => {
  test.each([
    ["hot", 5 * minute],
    ["warm", 30 * minute],
    ["cold", 4 * hour],
  ] as const)("of a %s lead is open for %i ms", (temperature, length) => {
    expect(offerDeadlines(temperature, plan, start)).toEqual({ accept: start + length });
  });
  test("phase of a hot lead ends after three times five minutes", () => {
    expect(offersEndAt("hot", plan, start)).toBe(start + 15 * minute);
  });
  test("in opening time waits for the morning", () => {
    const nine = aPlan({ businessHours: { tue: ["09:00-18:00"] }, sla: { clock: "businessHours" } });
    expect(offerDeadlines("hot", nine, start).accept).toBe(Date.parse("2026-11-24T09:05:00+01:00"));
  });
});

describe("an assignment (D2)", () => {
  test("of a hot lead sets contact, escalation and reclaim", () => {
    expect(assignmentDeadlines("hot", plan, start)).toEqual({
      contact: start + 15 * minute,
      leader: start + 15 * minute,
      backup: start + 30 * minute,
      reclaim: start + 72 * hour,
    });
  });
  test("of warm and cold leads escalates to nobody", () => {
    expect(assignmentDeadlines("warm", plan, start)).toEqual({
      contact: start + 2 * hour,
      reclaim: start + 72 * hour,
    });
    expect(assignmentDeadlines("cold", plan, start).contact).toBe(start + 24 * hour);
  });
  test("to a backup starts no second escalation", () => {
    expect(assignmentDeadlines("hot", plan, start, { escalated: true })).toEqual({
      contact: start + 15 * minute,
      reclaim: start + 72 * hour,
    });
  });
  test("counts contact in opening time, the 72 hours in time", () => {
    const nine = aPlan({ businessHours: { tue: ["09:00-18:00"] }, sla: { clock: "businessHours" } });
    const deadlines = assignmentDeadlines("warm", nine, start);
    expect(deadlines.contact).toBe(Date.parse("2026-11-24T11:00:00+01:00"));
    expect(deadlines.reclaim).toBe(start + 72 * hour);
  });
});

describe("a contact (D3)", () => {
  const lead = { temperature: "hot", assignedAt: start } as const;
  test("starts the idle clock; the ownership counts from the assignment", () => {
    expect(contactDeadlines(lead, plan, start + day)).toEqual({ idle: start + 15 * day, ownership: start + 30 * day });
  });
  test("with an appointment ahead holds until then", () => {
    const appointmentAt = start + 40 * day;
    expect(contactDeadlines({ ...lead, appointmentAt }, plan, start + day)).toEqual({
      idle: appointmentAt,
      ownership: appointmentAt,
    });
  });
  test("with an appointment in the past does not", () => {
    const appointmentAt = start + hour;
    expect(contactDeadlines({ ...lead, appointmentAt }, plan, start + day).ownership).toBe(start + 30 * day);
  });
});

describe("taking back without contact (D3)", () => {
  const lead = { temperature: "hot", assignedAt: start } as const;
  const due = (count: number, first: number, last: number) =>
    reclaimDueAt({ ...lead, attempts: { count, first: start + first, last: start + last } }, plan);

  test("nobody's lead is not taken back", () => {
    expect(reclaimDueAt({ temperature: "hot" }, plan)).toBeUndefined();
  });
  test("without an attempt: 72 hours after the assignment", () => {
    expect(reclaimDueAt(lead, plan)).toBe(start + 72 * hour);
  });
  test("with one attempt: 72 hours after it", () => {
    expect(due(1, hour, hour)).toBe(start + 73 * hour);
  });
  test("with two attempts on one day: five days after the first", () => {
    expect(due(2, hour, 2 * hour)).toBe(start + hour + 5 * day);
  });
  test("with two attempts, the last on the fifth day: when its day has passed", () => {
    expect(due(2, hour, 5 * day)).toBe(start + 6 * day);
  });
  test("who tries does not lose the lead earlier than who does not", () => {
    const hasty = aPlan({ reclaim: { minAttempts: 1, attemptsOver: "PT1H" } });
    const attempts = { count: 1, first: start + hour, last: start + hour };
    expect(reclaimDueAt({ ...lead, attempts }, hasty)).toBe(start + 72 * hour);
  });
  test("a call a day does not hold a lead for ever", () => {
    expect(due(40, hour, 30 * day)).toBe(start + 30 * day);
  });
});
