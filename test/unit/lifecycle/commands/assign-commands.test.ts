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
  hour,
  minute,
  offered,
  refusalOf,
  start,
  toBen,
  types,
  unassigned,
} from "../lead-fixtures.ts";

const context = { now: start + hour, plan: aPlan() };
const assign = (agentId = "ben"): Command => ({ type: "assign", by: "lena", agentId, reason: "knows the street" });

describe("a leader's assignment (D7)", () => {
  test.each([
    ["offered", offered(), "anna"],
    ["owned", contacted(), "anna"],
    ["pooled", unassigned("pooled"), undefined],
    ["queued", unassigned("queued"), undefined],
    ["nurture", unassigned("nurture"), undefined],
  ] as const)("of an %s lead starts the contact clock anew", (_name, state, from) => {
    const lead = apply(state, assign(), start + hour);
    expect(lead).toMatchObject({
      status: "accepted",
      ownerId: "ben",
      assignedAt: start + hour,
      wait: state.wait + 1,
      cycle: state.cycle,
      deadlines: { contact: start + hour + 15 * minute, reclaim: start + 73 * hour },
    });
    expect(lead.contactedAt).toBeUndefined();
    expect(lead.events).toMatchObject([{ type: "lead.reassigned", actor: "agent:lena", agentId: "ben" }]);
    expect(lead.events[0]?.fromAgentId).toBe(from);
    expect(lead.events[0]?.reason).toBe("knows the street");
  });
  test("to whom it was offered needs no acceptance any more", () => {
    expect(apply(offered(), assign("anna"), start + minute)).toMatchObject({ status: "accepted", ownerId: "anna" });
  });
  test("to its owner changes nothing", () => {
    expect(decide(assign("anna"), accepted(), context)).toEqual({ accepted: true });
  });
  test("names what it overrides", () => {
    const lead = apply(offered(), { ...assign(), overridden: "capacity" } as Command, start + hour);
    expect(lead.events[0]?.outcome).toBe("override:capacity");
  });
  test("may go to somebody who declined; later re-offers may ask them again", () => {
    const declined = given(offered(), [1, { type: "decline", by: "anna", reason: "no", next: toBen }]);
    expect(apply(declined, assign("anna"), start + hour).tried).toEqual(["ben"]);
  });
  test("of a closed lead is refused", () => {
    const lost = given(accepted(), [3, { type: "lose", by: "anna", reason: "x" }]);
    expect(refusalOf(decide(assign(), lost, context))).toEqual({ kind: "wrongState", status: "lost" });
  });
});

describe("a claim (C9)", () => {
  const claim: Command = { type: "claim", by: "ben" };
  test("assigns at once", () => {
    const lead = apply(unassigned("pooled"), claim, start + hour);
    expect(lead).toMatchObject({ status: "accepted", ownerId: "ben", claimedAt: start + hour, cycle: 1, wait: 2 });
    expect(types(lead)).toEqual(["lead.claimed"]);
  });
  test("twice is done already; by the slower one it is taken", () => {
    const lead = apply(unassigned("pooled"), claim, start + hour);
    expect(decide(claim, lead, context)).toEqual({ accepted: true });
    expect(refusalOf(decide({ type: "claim", by: "cem" }, lead, context))).toEqual({
      kind: "taken",
      status: "accepted",
    });
  });
  test("of a lead that is not in the pool is refused", () => {
    expect(refusalOf(decide(claim, offered(), context))).toEqual({ kind: "wrongState", status: "offered" });
    expect(refusalOf(decide(claim, accepted(), context))).toEqual({ kind: "wrongState", status: "accepted" });
  });
  test("is over when the lead goes to somebody else", () => {
    const claimed = apply(unassigned("pooled"), claim, start + hour);
    expect(apply(claimed, assign("cem"), start + 2 * hour).claimedAt).toBeUndefined();
  });
});

describe("a handover (C6, D6)", () => {
  const owned = given(unassigned("nurture"), [10, { type: "qualify", by: "ida" }]);
  test("by the rules offers the lead and stops the campaigns", () => {
    const lead = apply(owned, { type: "handOver", by: "ida", next: toBen }, start + hour);
    expect(types(lead)).toEqual(["lead.handedOver", "lead.offered", "lead.campaignStop"]);
    expect(lead).toMatchObject({ status: "offered", offer: { agentId: "ben" }, tried: ["ida"], wait: owned.wait + 1 });
    expect(lead.ownerId).toBeUndefined();
    expect(lead.cycle).toBe(owned.cycle);
  });
  test("by name assigns without asking", () => {
    const lead = apply(owned, { type: "handOver", by: "ida", next: { to: "owner", agentId: "ben" } }, start + hour);
    expect(types(lead)).toEqual(["lead.handedOver", "lead.campaignStop"]);
    expect(lead).toMatchObject({ status: "accepted", ownerId: "ben" });
    expect(lead.events[0]).toMatchObject({ agentId: "ben", fromAgentId: "ida", actor: "agent:ida" });
  });
  test("passes an appointment on: the field agent's ownership lasts at least until then", () => {
    const booked = apply(owned, { type: "appointment", by: "ida", at: start + 40 * day }, start + hour);
    const handed = apply(
      booked,
      { type: "handOver", by: "ida", next: { to: "owner", agentId: "ben" } },
      start + 2 * hour,
    );
    const met = apply(handed, { type: "contact", by: "ben", channel: "call", outcome: "reached" }, start + 3 * hour);
    expect(met.deadlines.ownership).toBe(start + 40 * day);
  });
  test("to nobody queues it and ends the execution", () => {
    const next = { to: "queue", reason: "capacity" } as const;
    const lead = apply(owned, { type: "handOver", by: "ida", next }, start + hour);
    expect(lead).toMatchObject({ status: "queued", reason: "capacity", cycle: owned.cycle + 1 });
  });
  test("of a nurture lead works too; of an offered one not", () => {
    expect(decide({ type: "handOver", by: "ida", next: toBen }, unassigned("nurture"), context).accepted).toBe(true);
    expect(refusalOf(decide({ type: "handOver", by: "ida", next: toBen }, offered(), context)).kind).toBe("wrongState");
  });
});

describe("draining (C13)", () => {
  test("offers a queued lead without starting a new cycle", () => {
    const lead = apply(unassigned("queued"), { type: "drain", next: toBen }, start + hour);
    expect(lead).toMatchObject({ status: "offered", cycle: 1, wait: 2, offers: { since: start + hour, made: 1 } });
    expect(lead.reason).toBeUndefined();
  });
  test("writes nothing for a lead that stays queued", () => {
    const next = { to: "queue", reason: "capacity" } as const;
    expect(decide({ type: "drain", next }, unassigned("queued"), context)).toEqual({ accepted: true });
  });
  test("leaves every other lead alone", () => {
    expect(refusalOf(decide({ type: "drain", next: toBen }, accepted(), context)).kind).toBe("wrongState");
  });
});
