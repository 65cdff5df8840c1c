import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unavailableReason } from "../../../shared/domain/eligibility/availability.ts";
import { nextChangeAt } from "../../../shared/domain/eligibility/next-change.ts";
import { rampShare } from "../../../shared/domain/eligibility/ramp.ts";
import { anAgent, aPlan } from "../../support/routing-fixtures.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const plan = aPlan();
/** The days around the end of summer time in Berlin, 2026-10-25. */
const start = Date.parse("2026-10-23T00:00:00Z");

const quarter = fc.integer({ min: 0, max: 95 });
const clock = (quarters: number) =>
  `${String(Math.floor(quarters / 4)).padStart(2, "0")}:${String((quarters % 4) * 15).padStart(2, "0")}`;
const span = fc
  .tuple(quarter, quarter)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => `${clock(Math.min(a, b))}-${clock(Math.max(a, b))}`);
const hours = fc.record({ fri: fc.array(span, { maxLength: 2 }), sun: fc.array(span, { maxLength: 2 }) });

describe("the next change of availability or ramp", () => {
  it("is at most a day ahead, and nothing changes before it", () => {
    fc.assert(
      fc.property(hours, fc.nat(4 * 96), fc.nat(4 * 96), fc.nat(96), (workingHours, nowQ, offQ, offLength) => {
        const now = start + nowQ * 15 * minute;
        const from = start + offQ * 15 * minute;
        const timeOff = [{ timeOffId: "off-1", agentId: "a", from, to: from + (offLength + 1) * 15 * minute }];
        const agent = anAgent({ agentId: "a", workingHours, startedOn: "2026-09-25" });
        const stateAt = (at: number) =>
          `${unavailableReason(agent, { now: at, timezone: "Europe/Berlin", timeOff })} ${rampShare(agent, plan, at)}`;

        const next = nextChangeAt([agent], timeOff, plan, now);
        expect(next).toBeGreaterThan(now);
        expect(next).toBeLessThanOrEqual(now + day);
        for (let at = now; at < next; at += 15 * minute) expect(stateAt(at)).toBe(stateAt(now));
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  it("is found: an opening, an absence, a ramp's step", () => {
    const now = Date.parse("2026-11-23T06:00:00Z");
    const at = (agent: object, timeOff: { from: number; to: number }[] = []) =>
      nextChangeAt(
        [anAgent({ agentId: "a", ...agent })],
        timeOff.map((off) => ({ timeOffId: "x", agentId: "a", ...off })),
        plan,
        now,
      ) - now;
    expect(at({ workingHours: { mon: ["09:00-17:00"] } })).toBe(2 * 60 * minute);
    expect(at({}, [{ from: now - 1, to: now + 5 }])).toBe(5);
    expect(at({}, [{ from: now + 7, to: now + 9 }])).toBe(7);
    expect(at({ startedOn: "2026-10-25" })).toBe(17 * 60 * minute);
    expect(at({})).toBe(day);
  });
});
