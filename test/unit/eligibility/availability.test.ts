import { describe, expect, it } from "vitest";
import { unavailableReason } from "../../../shared/domain/eligibility/availability.ts";
import type { Agent, TimeOff } from "../../../shared/schemas/agent.ts";
import { anAgent } from "../../support/routing-fixtures.ts";

const at = (iso: string) => Date.parse(iso);
const noon = at("2026-11-23T11:00:00Z");
const off = (from: string, to: string, agentId = "anna"): TimeOff => ({
  timeOffId: "off-1",
  agentId,
  from: at(from),
  to: at(to),
});

function reason(given: Partial<Agent>, options: { now?: number; timeOff?: TimeOff[]; held?: number } = {}) {
  const { now = noon, timeOff = [], held } = options;
  const agent = anAgent({ agentId: "anna", ...given });
  return unavailableReason(agent, { now, timezone: "Europe/Berlin", timeOff, planCapacity: 15, held });
}

describe("why an agent cannot take a lead", () => {
  it("is nothing for an active agent with room", () => {
    expect(reason({})).toBeUndefined();
    expect(reason({}, { held: 14 })).toBeUndefined();
  });

  it.each([
    ["inactive", { status: "inactive" }],
    ["paused", { status: "paused" }],
  ] as const)("is %s by status, whatever else there is", (expected, given) => {
    const timeOff = [off("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z")];
    expect(reason(given, { timeOff, held: 99 })).toBe(expected);
  });

  it("is away from the first instant of the absence, no longer from its end on", () => {
    const timeOff = [off("2026-11-23T11:00:00Z", "2026-11-23T12:00:00Z")];
    expect(reason({}, { timeOff, now: noon - 1 })).toBeUndefined();
    expect(reason({}, { timeOff, now: noon })).toBe("away");
    expect(reason({}, { timeOff, now: at("2026-11-23T12:00:00Z") - 1 })).toBe("away");
    expect(reason({}, { timeOff, now: at("2026-11-23T12:00:00Z") })).toBeUndefined();
  });

  it("is not somebody else's absence", () => {
    expect(reason({}, { timeOff: [off("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z", "ben")] })).toBeUndefined();
  });

  it("is capacity at the agent's own limit, else at the plan's", () => {
    expect(reason({}, { held: 15 })).toBe("capacity");
    expect(reason({ capacity: 20 }, { held: 19 })).toBeUndefined();
    expect(reason({ capacity: 0 }, { held: 0 })).toBe("capacity");
  });

  it("is hours outside the working hours, in the agent's zone or the plan's", () => {
    const workingHours = { mon: ["09:00-12:00", "13:00-17:00"] };
    expect(reason({ workingHours })).toBe("hours");
    expect(reason({ workingHours, timezone: "UTC" })).toBeUndefined();
    expect(reason({ workingHours }, { now: at("2026-11-23T12:00:00Z") })).toBeUndefined();
    expect(reason({ workingHours }, { now: at("2026-11-23T16:00:00Z") })).toBe("hours");
    expect(reason({ workingHours }, { now: at("2026-11-24T10:00:00Z") })).toBe("hours");
  });

  it("follows the local clock through the changes of summer time", () => {
    const workingHours = { sun: ["01:30-04:00"] };
    expect(reason({ workingHours }, { now: at("2026-03-29T01:30:00Z") })).toBeUndefined();
    expect(reason({ workingHours }, { now: at("2026-03-29T02:00:00Z") })).toBe("hours");
    expect(reason({ workingHours }, { now: at("2026-10-25T02:59:00Z") })).toBeUndefined();
    expect(reason({ workingHours }, { now: at("2026-10-25T03:00:00Z") })).toBe("hours");
  });
});
