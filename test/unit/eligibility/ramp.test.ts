import { describe, expect, it } from "vitest";
import { nextRampChange, rampShare, rotationWeight } from "../../../shared/domain/eligibility/ramp.ts";
import { anAgent, aPlan } from "../../support/routing-fixtures.ts";

const at = (iso: string) => Date.parse(iso);
const ramp = [
  { until: "P60D", share: 0.5 },
  { until: "P30D", share: 0.3333 },
];
const plan = aPlan({ ramp });
const agent = anAgent({ agentId: "new", startedOn: "2026-03-01", weight: 1.5 });

describe("the ramp of a new agent", () => {
  it("steps up at local midnight, also across the change of summer time", () => {
    expect(rampShare(agent, plan, at("2026-03-01T00:00:00Z"))).toBe(0.3333);
    expect(rampShare(agent, plan, at("2026-03-30T21:59:59Z"))).toBe(0.3333);
    expect(rampShare(agent, plan, at("2026-03-30T22:00:00Z"))).toBe(0.5);
    expect(rampShare(agent, plan, at("2026-04-29T22:00:00Z"))).toBe(1);
  });

  it("tells when it changes next", () => {
    expect(nextRampChange(agent, plan, at("2026-03-05T00:00:00Z"))).toBe(at("2026-03-30T22:00:00Z"));
    expect(nextRampChange(agent, plan, at("2026-03-30T22:00:00Z"))).toBe(at("2026-04-29T22:00:00Z"));
    expect(nextRampChange(agent, plan, at("2026-04-29T22:00:00Z"))).toBeUndefined();
  });

  it("is over for agents who have no first day", () => {
    expect(rampShare(anAgent({ agentId: "old" }), plan, 0)).toBe(1);
  });

  it("weighs alone in round robin, with the agent's weight in weighted", () => {
    const now = at("2026-03-05T00:00:00Z");
    expect(rotationWeight(agent, "roundRobin", plan, now)).toBe(3333);
    expect(rotationWeight(agent, "weighted", plan, now)).toBe(5000);
    expect(rotationWeight({ ...agent, weight: 0.00001 }, "weighted", plan, now)).toBe(1);
  });
});
