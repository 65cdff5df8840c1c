import { describe, expect, test } from "vitest";
import type { Command } from "../../../../shared/domain/lifecycle/command.ts";
import { returnableUntil } from "../../../../shared/domain/lifecycle/commands/return-commands.ts";
import { decide } from "../../../../shared/domain/lifecycle/decide.ts";
import { firstState } from "../../../../shared/domain/lifecycle/first-state.ts";
import {
  aBody,
  accepted,
  aPlan,
  apply,
  contacted,
  day,
  offered,
  refusalOf,
  start,
  unassigned,
} from "../lead-fixtures.ts";

const context = { now: start + day, plan: aPlan() };
const report: Command = { type: "return", by: "anna", reason: "no such person", decides: false };
const confirm: Command = { type: "return", by: "mia", reason: "checked: a joke", decides: true };
const refuse: Command = { type: "refuseReturn", by: "mia", reason: "reached him" };

describe("a bad lead goes back (A6)", () => {
  test("reported: the owner keeps it, nothing that is timed changes, and once is enough", () => {
    const before = contacted();
    const lead = apply(before, report, start + day);
    const { returnAsked, version, commitId, events, ...rest } = lead;
    expect(returnAsked).toEqual({ by: "anna", at: start + day, reason: "no such person" });
    expect(rest).toEqual((({ version: _v, commitId: _c, events: _e, ...same }) => same)(before));
    expect(events).toMatchObject([
      { type: "lead.updated", outcome: "returnAsked", agentId: "anna", actor: "agent:anna" },
    ]);
    expect(decide({ ...report, reason: "again" } as Command, lead, context)).toEqual({ accepted: true });
  });

  test("confirmed: final, its owner and reason stay for the reports, and nothing is waited for", () => {
    const lead = apply(apply(contacted(), report, start + day), confirm, start + 2 * day);
    expect(lead).toMatchObject({
      status: "returned",
      ownerId: "anna",
      reason: "checked: a joke",
      deadlines: {},
      wait: 4,
    });
    expect(lead.returnAsked).toBeUndefined();
    expect(lead.events).toMatchObject([{ type: "lead.returned", agentId: "anna", actor: "agent:mia" }]);
    expect(decide(confirm, lead, context)).toEqual({ accepted: true });
    expect(decide(report, lead, context)).toEqual({ accepted: true });
  });

  test.each([
    ["offered", offered()],
    ["accepted", accepted()],
    ["pooled", unassigned("pooled")],
    ["queued", unassigned("queued")],
    ["nurture", unassigned("nurture")],
  ] as const)("a leader returns a lead that is %s without a report", (_status, lead) => {
    const returned = apply(lead, confirm, start + day);
    expect(returned).toMatchObject({ status: "returned", wait: lead.wait + 1 });
    expect(returned.offer).toBeUndefined();
  });

  test("only who owns a lead reports it; what is closed stays closed", () => {
    for (const lead of [offered(), unassigned("pooled")]) {
      expect(refusalOf(decide(report, lead, context))).toEqual({ kind: "wrongState", status: lead.status });
    }
    const duplicate = firstState(aBody({ status: "duplicate" }));
    const lost = apply(contacted(), { type: "lose", by: "anna", reason: "elsewhere" }, start + day);
    for (const lead of [duplicate, lost]) {
      for (const command of [report, confirm, refuse]) {
        expect(refusalOf(decide(command, lead, context))).toEqual({ kind: "wrongState", status: lead.status });
      }
    }
  });

  test("the source's time for returns is over: neither reported nor returned, but a report can be refused", () => {
    const until = start + day;
    for (const command of [report, confirm]) {
      const late = { ...command, until } as Command;
      expect(refusalOf(decide(late, contacted(), context))).toEqual({ kind: "returnTooLate", until });
      expect(decide(late, contacted(), { ...context, now: until - 1 }).accepted).toBe(true);
    }
    expect(decide(refuse, apply(contacted(), report, start), context).accepted).toBe(true);
  });

  test("refused: the report is gone, the lead as before; without a report nothing happens", () => {
    const lead = apply(apply(contacted(), report, start + day), refuse, start + 2 * day);
    expect(lead.returnAsked).toBeUndefined();
    expect(lead).toMatchObject({ status: "contacted", ownerId: "anna", wait: contacted().wait });
    expect(lead.events).toMatchObject([{ type: "lead.updated", outcome: "returnRefused", agentId: "anna" }]);
    expect(decide(refuse, lead, context)).toEqual({ accepted: true });
    expect(apply(lead, report, start + 3 * day).returnAsked).toBeDefined();
  });

  test("a report stays with a lead that goes to a backup", () => {
    const reported = apply(accepted(), report, start + 60_000);
    const moved = apply(reported, { type: "giveToBackup", agentId: "ben" }, start + day);
    expect(moved).toMatchObject({ ownerId: "ben", returnAsked: { by: "anna" } });
  });

  test("the limit counts from the arrival; a source without one takes back at any time", () => {
    expect(returnableUntil(contacted(), { returns: { within: "P7D" } })).toBe(start + 7 * day);
    expect(returnableUntil(contacted(), {})).toBeUndefined();
    expect(returnableUntil(contacted(), undefined)).toBeUndefined();
  });
});
