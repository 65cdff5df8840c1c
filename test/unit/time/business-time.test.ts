import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addBusinessTime, businessTimeBetween } from "../../../shared/domain/time/business-time.ts";
import type { OpeningHours } from "../../../shared/domain/time/open-days.ts";

const minute = 60_000;
const hour = 60 * minute;
const berlin: OpeningHours = {
  zone: "Europe/Berlin",
  hours: {
    mon: ["09:00-12:00", "13:00-18:00"],
    tue: ["09:00-18:00"],
    wed: ["09:00-18:00"],
    thu: ["09:00-18:00"],
    fri: ["09:00-18:00"],
  },
};
const at = (iso: string) => Date.parse(iso);
const add = (from: string, ms: number, opening = berlin) =>
  new Date(addBusinessTime(at(from), ms, opening)).toISOString();

describe("a deadline in opening time", () => {
  test("runs on inside a span", () => {
    expect(add("2026-11-24T09:00:00+01:00", 15 * minute)).toBe("2026-11-24T08:15:00.000Z");
  });
  test("stands still over lunch", () => {
    expect(add("2026-11-23T11:50:00+01:00", 15 * minute)).toBe("2026-11-23T12:05:00.000Z");
  });
  test("of a lead at night begins in the morning", () => {
    expect(add("2026-11-24T03:00:00+01:00", 15 * minute)).toBe("2026-11-24T08:15:00.000Z");
  });
  test("of Friday evening goes on on Monday", () => {
    expect(add("2026-11-27T17:55:00+01:00", 15 * minute)).toBe("2026-11-30T08:10:00.000Z");
  });
  test("may end with the day itself", () => {
    expect(add("2026-11-27T17:45:00+01:00", 15 * minute)).toBe("2026-11-27T17:00:00.000Z");
  });
  test("counts what is really open when clocks go forward (a Sunday of 23 hours)", () => {
    const sundays = { zone: "Europe/Berlin", hours: { sun: ["00:00-24:00"] } };
    expect(add("2026-03-29T00:00:00+01:00", 23 * hour, sundays)).toBe("2026-03-29T22:00:00.000Z");
    expect(add("2026-03-29T00:00:00+01:00", 24 * hour, sundays)).toBe("2026-04-04T23:00:00.000Z");
  });
  test("counts what is really open when clocks go back (a Sunday of 25 hours)", () => {
    const sundays = { zone: "Europe/Berlin", hours: { sun: ["00:00-24:00"] } };
    expect(add("2026-10-25T00:00:00+02:00", 25 * hour, sundays)).toBe("2026-10-25T23:00:00.000Z");
  });
  test("counts overlapping spans once", () => {
    const overlapping = { zone: "Europe/Berlin", hours: { mon: ["10:00-18:00", "09:00-12:00"] } };
    expect(add("2026-11-23T08:00:00+01:00", 9 * hour, overlapping)).toBe("2026-11-23T17:00:00.000Z");
  });
  test("of hours that never open is plain time: a deadline must exist", () => {
    expect(add("2026-11-23T08:00:00+01:00", hour, { zone: "Europe/Berlin", hours: {} })).toBe(
      "2026-11-23T08:00:00.000Z",
    );
  });
});

test("opening time is never shorter than time, and adds up", () => {
  const instant = fc.integer({ min: at("2026-01-01T00:00:00Z"), max: at("2027-01-01T00:00:00Z") });
  const length = fc.integer({ min: 1, max: 100 * hour });
  fc.assert(
    fc.property(instant, length, length, (from, first, second) => {
      const once = addBusinessTime(from, first + second, berlin);
      expect(once - from).toBeGreaterThanOrEqual(first + second);
      expect(addBusinessTime(addBusinessTime(from, first, berlin), second, berlin)).toBe(once);
    }),
    { numRuns: 300 },
  );
});

test("the opening time between two instants is what was added to the first", () => {
  const instant = fc.integer({ min: at("2026-01-01T00:00:00Z"), max: at("2027-01-01T00:00:00Z") });
  const opening = fc.constantFrom(berlin, { ...berlin, hours: {} });
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: 100 * hour }), opening, (from, length, hours) => {
      expect(businessTimeBetween(from, addBusinessTime(from, length, hours), hours)).toBe(length);
      expect(businessTimeBetween(from, from - hour, hours)).toBe(0);
    }),
    { numRuns: 50 },
  );
  expect(businessTimeBetween(at("2026-11-27T17:50:00+01:00"), at("2026-11-30T09:10:00+01:00"), berlin)).toBe(
    20 * minute,
  );
});
