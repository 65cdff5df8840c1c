import { describe, expect, test } from "vitest";
import type { Command } from "../../../../shared/domain/lifecycle/command.ts";
import { decide } from "../../../../shared/domain/lifecycle/decide.ts";
import { firstState } from "../../../../shared/domain/lifecycle/first-state.ts";
import {
  aBody,
  accepted,
  aPlan,
  apply,
  contacted,
  given,
  hour,
  offered,
  refusalOf,
  start,
  toBen,
  types,
  unassigned,
} from "../lead-fixtures.ts";

const context = { now: start + hour, plan: aPlan() };
const engage = (total: number, next?: typeof toBen): Command => ({
  type: "engage",
  actor: "source:newsletter",
  engagement: "opened",
  scored: { total, temperature: "hot" },
  next,
});

describe("feedback (B5)", () => {
  const feedback: Command = { type: "feedback", by: "anna", rating: 4 };
  test("is an event with the rating and changes nothing else", () => {
    const lead = apply(contacted(), feedback, start + hour);
    expect(lead.events).toMatchObject([{ type: "lead.feedback", value: 4, agentId: "anna" }]);
    expect({ ...lead, events: [], version: 0, commitId: "" }).toEqual({
      ...contacted(),
      events: [],
      version: 0,
      commitId: "",
    });
  });
  test("is possible after the end", () => {
    const lost = given(accepted(), [3, { type: "lose", by: "anna", reason: "x" }]);
    expect(apply(lost, feedback, start + hour).status).toBe("lost");
  });
  test("needs a lead that somebody has had", () => {
    expect(refusalOf(decide(feedback, offered(), context)).kind).toBe("wrongState");
    expect(refusalOf(decide(feedback, firstState(aBody({ status: "rejected" })), context)).kind).toBe("wrongState");
  });
});

describe("engagement (B3)", () => {
  test("raises score and temperature of a lead nobody has", () => {
    const cold = firstState(aBody({ status: "nurture" }, { temperature: "cold" }));
    const lead = apply(cold, engage(65), start + hour);
    expect(lead).toMatchObject({ status: "nurture", score: 65, temperature: "hot", wait: 1 });
    expect(types(lead)).toEqual(["lead.engaged", "lead.scored"]);
    expect(lead.events).toMatchObject([{ outcome: "opened", actor: "source:newsletter" }, { value: 65 }]);
  });
  test("leaves the temperature of a lead somebody has: its clocks run", () => {
    const lead = apply(accepted("cold"), engage(65), start + hour);
    expect(lead).toMatchObject({ temperature: "cold", score: 65, status: "accepted" });
  });
  test("that changes no score is recorded alone", () => {
    expect(types(apply(accepted(), engage(50), start + hour))).toEqual(["lead.engaged"]);
  });
  test("that lifts a lead out of nurture hands it over in the same commit", () => {
    const lead = apply(unassigned("nurture"), engage(80, toBen), start + hour);
    expect(types(lead)).toEqual([
      "lead.engaged",
      "lead.scored",
      "lead.handedOver",
      "lead.offered",
      "lead.campaignStop",
    ]);
    expect(lead).toMatchObject({
      status: "offered",
      score: 80,
      offer: { agentId: "ben" },
      cycle: 1,
      wait: 2,
      version: 7,
    });
  });
  test("that finds nobody queues the lead; no execution has to end", () => {
    const next = { to: "queue", reason: "capacity" } as const;
    const lead = apply(unassigned("nurture"), { ...engage(80), next } as Command, start + hour);
    expect(lead).toMatchObject({ status: "queued", cycle: 1 });
  });
  test("after the end is recorded, and rates nothing", () => {
    const lost = given(accepted(), [3, { type: "lose", by: "anna", reason: "x" }]);
    expect(apply(lost, engage(90), start + hour)).toMatchObject({ status: "lost", score: 50 });
  });
  test("of a lead that is none is refused", () => {
    expect(refusalOf(decide(engage(60), firstState(aBody({ status: "duplicate" })), context)).kind).toBe("wrongState");
  });
});

test("facts found later are one event", () => {
  expect(types(apply(accepted(), { type: "update", actor: "agent:anna" }, start + hour))).toEqual(["lead.updated"]);
});
