import { describe, expect, test } from "vitest";
import { offersExhausted } from "../../../../shared/domain/lifecycle/commands/offer-commands.ts";
import { decide } from "../../../../shared/domain/lifecycle/decide.ts";
import type { Placement } from "../../../../shared/domain/lifecycle/place.ts";
import {
  accept,
  accepted,
  aPlan,
  apply,
  contacted,
  given,
  hour,
  minute,
  nextOf,
  offered,
  refusalOf,
  start,
  toBen,
  types,
} from "../lead-fixtures.ts";

const plan = aPlan();
const at = (minutes: number) => ({ now: start + minutes * minute, plan });
const declined = (next: Placement = toBen) => ({ type: "decline", by: "anna", reason: "holiday", next }) as const;
const expired = (next: Placement = toBen) => ({ type: "expireOffer", next }) as const;

describe("accepting an offer (D1)", () => {
  test("makes the agent the owner, whose contact clock starts now", () => {
    const lead = apply(offered(), accept, start + minute);
    expect(lead).toMatchObject({
      status: "accepted",
      ownerId: "anna",
      assignedAt: start + minute,
      since: start + minute,
      version: 3,
      wait: 2,
      cycle: 1,
      deadlines: { contact: start + 16 * minute, backup: start + 31 * minute },
    });
    expect(types(lead)).toEqual(["lead.accepted"]);
    expect(lead.offer).toBeUndefined();
    expect(lead.offers).toBeUndefined();
    expect(lead.deadlines.accept).toBeUndefined();
  });
  test("names the way the answer came", () => {
    const lead = apply(offered(), { type: "accept", by: "anna", channel: "sms" }, start);
    expect(lead.events[0]).toMatchObject({ channel: "sms", actor: "agent:anna", agentId: "anna" });
  });
  test("twice is done already", () => {
    expect(decide(accept, accepted(), at(2))).toEqual({ accepted: true });
    expect(decide(accept, contacted(), at(3))).toEqual({ accepted: true });
  });
  test("is possible to the last millisecond, and over at the deadline, fired timer or not", () => {
    expect(decide(accept, offered(), { now: start + 5 * minute - 1, plan }).accepted).toBe(true);
    expect(refusalOf(decide(accept, offered(), at(5)))).toEqual({ kind: "expired", status: "offered" });
  });
  test("by somebody who was never asked: the lead does not exist for them", () => {
    expect(refusalOf(decide({ type: "accept", by: "eve" }, offered(), at(1)))).toEqual({ kind: "notYours" });
  });
  test("by somebody whose offer has passed on: too late", () => {
    const lead = given(offered(), [5, expired()]);
    expect(refusalOf(decide(accept, lead, at(6)))).toEqual({ kind: "expired", status: "offered" });
  });
  test("after the lead was closed: wrong state", () => {
    const lost = given(accepted(), [3, { type: "lose", by: "anna", reason: "no answer" }]);
    expect(refusalOf(decide(accept, lost, at(4)))).toEqual({ kind: "wrongState", status: "lost" });
  });
});

describe("declining an offer (D1)", () => {
  test("offers to the next agent in the same commit", () => {
    const lead = apply(offered(), declined(), start + minute);
    expect(types(lead)).toEqual(["lead.declined", "lead.offered"]);
    expect(lead).toMatchObject({
      status: "offered",
      version: 4,
      wait: 2,
      cycle: 1,
      tried: ["anna"],
      offer: { agentId: "ben", at: start + minute, expiresAt: start + 6 * minute },
      offers: { since: start, made: 2 },
    });
    expect(lead.events[0]).toMatchObject({ agentId: "anna", reason: "holiday", actor: "agent:anna" });
  });
  test("or pools it, which ends the execution", () => {
    const lead = apply(offered(), declined({ to: "pool", reason: "declined" }), start + minute);
    expect(lead).toMatchObject({ status: "pooled", cycle: 2, wait: 2, reason: "declined", tried: ["anna"] });
    expect(lead.offers).toBeUndefined();
    expect(lead.deadlines).toEqual({});
  });
  test("or gives it to the manager, without a second escalation", () => {
    const toManager = { to: "owner", agentId: "mia", reason: "declined", escalated: true } as const;
    const lead = apply(offered(), declined(toManager), start + minute);
    expect(types(lead)).toEqual(["lead.declined", "lead.reassigned"]);
    expect(lead).toMatchObject({ status: "accepted", ownerId: "mia", escalated: true, cycle: 1 });
    expect(lead.deadlines.leader).toBeUndefined();
    expect(lead.deadlines.backup).toBeUndefined();
  });
  test("twice, or after the offer passed on, is done already", () => {
    const lead = given(offered(), [1, declined()]);
    expect(decide(declined(), lead, at(2))).toEqual({ accepted: true });
    expect(decide(declined(), given(offered(), [5, expired()]), at(6))).toEqual({ accepted: true });
  });
  test("after accepting is no longer possible", () => {
    expect(refusalOf(decide(declined(), accepted(), at(2)))).toEqual({ kind: "wrongState", status: "accepted" });
  });
  test("somebody else's offer: it does not exist", () => {
    expect(refusalOf(decide({ ...declined(), by: "eve" }, offered(), at(1)))).toEqual({ kind: "notYours" });
  });
});

describe("an offer that runs out (D1)", () => {
  test("goes to the next agent in the same commit", () => {
    const lead = apply(offered(), expired(), start + 5 * minute);
    expect(types(lead)).toEqual(["lead.offerExpired", "lead.offered"]);
    expect(lead.events[0]).toMatchObject({ actor: "timer", agentId: "anna" });
    expect(lead).toMatchObject({ tried: ["anna"], offer: { agentId: "ben" }, wait: 2 });
  });
  test("not before its time, and not after it was answered", () => {
    expect(refusalOf(decide(expired(), offered(), { now: start + 5 * minute - 1, plan }))).toEqual({ kind: "notDue" });
    expect(refusalOf(decide(expired(), accepted(), at(60)))).toEqual({ kind: "notDue" });
  });
});

describe("enough offers (D1, D2)", () => {
  test("are three for a hot lead", () => {
    const second = given(offered(), [1, declined()]);
    const third = apply(
      second,
      { type: "decline", by: "ben", reason: "no", next: { to: "offer", agentId: "cem" } },
      start + 2 * minute,
    );
    expect(offersExhausted(offered(), at(0))).toBe(false);
    expect(offersExhausted(second, at(1))).toBe(false);
    expect(offersExhausted(third, at(2))).toBe(true);
  });
  test("or fifteen minutes in all, however few", () => {
    expect(offersExhausted(offered(), { now: start + 15 * minute - 1, plan })).toBe(false);
    expect(offersExhausted(offered(), at(15))).toBe(true);
  });
  test("by the plan's own numbers", () => {
    expect(offersExhausted(offered(), { now: start, plan: aPlan({ offers: { max: 1 } }) })).toBe(true);
    expect(offersExhausted(offered("cold", 4 * hour), { now: start + 19 * hour, plan })).toBe(false);
  });
  test("do not count for a lead that is not offered", () => {
    expect(offersExhausted(accepted(), at(1000))).toBe(false);
  });
});

test("a re-offer keeps the rotation's evidence in its event", () => {
  const routed = { ruleId: "all", method: "roundRobin", poolId: "all~again", ticket: { epoch: 2, n: 3 } };
  const next = nextOf(decide(declined({ ...toBen, routed }), offered(), at(1)));
  expect(next.events[1]).toMatchObject(routed);
});
