import { describe, expect, test } from "vitest";
import type { Command } from "../../../../shared/domain/lifecycle/command.ts";
import { decide } from "../../../../shared/domain/lifecycle/decide.ts";
import {
  accepted,
  aPlan,
  apply,
  contacted,
  day,
  given,
  offered,
  refusalOf,
  start,
  types,
  unassigned,
} from "../lead-fixtures.ts";

const context = { now: start + day, plan: aPlan() };
const value = { amount: 12_500.5, currency: "EUR" };
const convert: Command = { type: "convert", by: "anna", value };
const lose: Command = { type: "lose", by: "anna", reason: "bought elsewhere" };
const unqualify: Command = { type: "unqualify", by: "anna", reason: "wrong number" };

describe("closing (D5)", () => {
  test("won: with the value; who had the lead and when it was contacted stays", () => {
    const lead = apply(contacted(), convert, start + day);
    expect(lead).toMatchObject({ status: "converted", value, ownerId: "anna", wait: 4, cycle: 1, deadlines: {} });
    expect(lead.contactedAt).toBeDefined();
    expect(lead.events).toMatchObject([{ type: "lead.converted", agentId: "anna", value: 12_500.5, currency: "EUR" }]);
  });
  test("won twice with the same value is done already; with another it is not", () => {
    const lead = apply(contacted(), convert, start + day);
    expect(decide(convert, lead, context)).toEqual({ accepted: true });
    const other = { ...convert, value: { amount: 1, currency: "EUR" } } as Command;
    expect(refusalOf(decide(other, lead, context))).toEqual({ kind: "wrongState", status: "converted" });
  });
  test.each([
    [lose, "lost", "lead.lost"],
    [unqualify, "unqualified", "lead.unqualified"],
  ] as const)("%o with its reason", (command, status, type) => {
    const lead = apply(accepted(), command, start + day);
    expect(lead).toMatchObject({ status, wait: 3, deadlines: {} });
    expect(types(lead)).toEqual([type]);
    expect(decide(command, lead, context)).toEqual({ accepted: true });
    expect(refusalOf(decide({ ...command, reason: "another" }, lead, context)).kind).toBe("wrongState");
  });
  test.each(["nurture", "pooled", "queued"] as const)("a %s lead can be given up, not won", (status) => {
    expect(decide(unqualify, unassigned(status), context).accepted).toBe(true);
    expect(refusalOf(decide(convert, unassigned(status), context)).kind).toBe("wrongState");
  });
  test("an offer must be accepted first", () => {
    for (const command of [convert, lose, unqualify]) {
      expect(refusalOf(decide(command, offered(), { ...context, now: start }))).toMatchObject({ status: "offered" });
    }
  });
});

describe("erasing (H4)", () => {
  const erase: Command = { type: "erase", by: "mia" };
  test.each([
    ["offered", offered()],
    ["owned", contacted()],
    ["pooled", unassigned("pooled")],
    ["won", given(contacted(), [9, convert])],
  ])("ends an %s lead and leaves nobody with it", (_name, state) => {
    const lead = apply(state, erase, start + day);
    expect(lead).toMatchObject({ status: "erased", deadlines: {}, wait: state.wait + 1 });
    expect(lead).not.toHaveProperty("ownerId");
    expect(lead).not.toHaveProperty("offer");
    expect(types(lead)).toEqual(["lead.erased"]);
    expect(decide(erase, lead, context)).toEqual({ accepted: true });
  });
});
