import { describe, expect, test } from "vitest";
import { answerToken, type TokenAnswer } from "../../../../shared/domain/lifecycle/workflow/answer-token.ts";
import type { LeadState } from "../../../../shared/schemas/lead/lead.ts";
import type { WaitingState } from "../../../../shared/schemas/lead/workflow.ts";
import {
  accepted,
  apply,
  contacted,
  day,
  given,
  hour,
  minute,
  offered,
  reached,
  start,
  toBen,
} from "../lead-fixtures.ts";

const now = start + 20 * minute;
const lost = given(accepted(), [3, { type: "lose", by: "anna", reason: "x" }]);
const won = given(contacted(), [9, { type: "convert", by: "anna" }]);
const reoffered = given(offered(), [1, { type: "decline", by: "anna", reason: "no", next: toBen }]);
const reclaimed = apply(accepted(), { type: "reclaim", next: toBen }, start + 73 * hour);
const reassigned = given(contacted(), [5, { type: "assign", by: "lena", agentId: "ben", reason: "x" }]);
const pooled = given(offered(), [5, { type: "expireOffer", next: { to: "pool" } }]);

/** What an execution hears that has waited since `wait` at this state; as text. */
function heard(at: WaitingState, wait: number, state: LeadState, cycle = 1): string {
  const answer: TokenAnswer = answerToken({ at, wait, cycle }, state, now);
  switch (answer.kind) {
    case "keep":
      return "keep";
    case "succeed":
      return `success, wait ${answer.output.wait}`;
    case "fail":
      return `${answer.error}, wait ${answer.cause.wait}`;
  }
}

describe("a token of the present wait is kept", () => {
  test.each([
    ["AwaitAcceptance", offered()],
    ["AwaitFirstContact", accepted()],
    ["HoldOwnership", contacted()],
    ["OfferToNext", reoffered],
  ] as const)("at %s", (at, state) => {
    expect(heard(at, state.wait, state)).toBe("keep");
  });
  test("and so is one of a cycle that the lead, as read, has not reached", () => {
    expect(heard("AwaitAcceptance", 1, reoffered, 2)).toBe("keep");
  });
});

describe("a lead that escalates to nobody is held from the start", () => {
  const warm = accepted("warm");
  const byBackup = given(accepted(), [31, { type: "giveToBackup", agentId: "bea" }]);
  const met = given(warm, [9, reached]);
  test.each([
    ["accepted: held, past the wait with an escalation", "AwaitAcceptance", 1, warm, "Resumed, wait 2"],
    ["given to the manager by the task: held", "OfferToNext", 1, byBackup, "Resumed, wait 3"],
    ["contacted: held anew, with the ownership's time-outs", "HoldOwnership", 2, met, "Resumed, wait 3"],
    ["contacted by the backup: on", "ReassignToBackup", 2, met, "success, wait 3"],
  ] as const)("%s", (_name, at, wait, state, expected) => {
    expect(heard(at, wait, state)).toBe(expected);
  });
  test("until it is taken back", () => {
    const answer = answerToken({ at: "AwaitAcceptance", wait: 1, cycle: 1 }, warm, start + minute);
    expect(answer).toMatchObject({ cause: { timeouts: { idle: 72 * 3600 } } });
  });
  test("a backup's lead may as well wait where the backup was given it", () => {
    expect(heard("ReassignToBackup", 3, byBackup)).toBe("keep");
  });
});

describe("a token of an older wait is answered", () => {
  test.each([
    ["accepted while acceptance is awaited: on", "AwaitAcceptance", 1, accepted(), "success, wait 2"],
    ["accepted while the next was asked: on", "OfferToNext", 1, accepted(), "success, wait 2"],
    ["contacted while contact is awaited: on", "AwaitFirstContact", 2, contacted(), "success, wait 3"],
    ["contacted after the leader was told: on", "EscalateToLeader", 2, contacted(), "success, wait 3"],
    ["contacted by the backup: on", "ReassignToBackup", 2, contacted(), "success, wait 3"],
    [
      "accepted and contacted at once: on, with a wait that is stale already",
      "AwaitAcceptance",
      1,
      contacted(),
      "success, wait 2",
    ],
    ["offered to the next: back to acceptance", "AwaitAcceptance", 1, reoffered, "Reoffered, wait 2"],
    ["given to somebody else: back to contact", "HoldOwnership", 3, reassigned, "Reassigned, wait 4"],
    ["given to somebody else before contact: contact anew", "AwaitFirstContact", 3, reassigned, "Reassigned, wait 4"],
    ["an ownership whose end moved: held anew", "HoldOwnership", 2, contacted(), "Resumed, wait 3"],
    ["won while held: done", "HoldOwnership", 3, won, "success, wait 4"],
    ["lost before contact: ended", "AwaitFirstContact", 2, lost, "Ended, wait 3"],
    ["pooled: ended by its cycle", "AwaitAcceptance", 1, pooled, "Ended, wait 2"],
    ["taken back: ended by its cycle", "ReassignToBackup", 2, reclaimed, "Ended, wait 3"],
  ] as const)("%s", (_name, at, wait, state, expected) => {
    expect(heard(at, wait, state)).toBe(expected);
  });
  test("the stale wait of a lead two phases on is answered in its turn", () => {
    expect(heard("AwaitFirstContact", 2, contacted())).toBe("success, wait 3");
  });
  test("a lead that is not due yet goes back to where it is, also in its first wait", () => {
    expect(heard("OfferToNext", 0, offered())).toBe("Reoffered, wait 1");
    expect(heard("ReassignToBackup", 1, accepted())).toBe("Reassigned, wait 2");
  });
  test("a token of an older cycle ends, whatever the lead waits for", () => {
    for (const at of ["AwaitAcceptance", "AwaitFirstContact", "HoldOwnership"] as const) {
      expect(heard(at, 99, reclaimed)).toMatch(/^Ended/);
    }
  });
});

test("the answer carries the time-outs from now on", () => {
  const answer = answerToken({ at: "AwaitFirstContact", wait: 2, cycle: 1 }, contacted(), start + day);
  expect(answer).toMatchObject({ kind: "succeed", output: { timeouts: { idle: 13 * 86_400 + 120 } } });
});
