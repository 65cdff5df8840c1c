import { describe, expect, it } from "vitest";
import { timetableOf } from "../../../../infra/local/schedules/scheduler.ts";

const next = (expression: string, after: string, timeZone = "UTC"): string | undefined => {
  const due = timetableOf({ expression, timeZone })(Date.parse(after));
  return due === undefined ? undefined : new Date(due).toISOString();
};

describe("schedule expressions", () => {
  it.each([
    ["rate(5 minutes)", "2026-11-21T10:02:00Z", "2026-11-21T10:07:00.000Z"],
    ["rate(1 day)", "2026-11-21T10:02:00Z", "2026-11-22T10:02:00.000Z"],
    ["cron(0 8 * * ? *)", "2026-11-21T08:00:00Z", "2026-11-22T08:00:00.000Z"],
    ["cron(*/15 * * * ? *)", "2026-11-21T10:44:59Z", "2026-11-21T10:45:00.000Z"],
    ["cron(30 6 ? * MON-FRI *)", "2026-11-20T07:00:00Z", "2026-11-23T06:30:00.000Z"],
    ["cron(0 0 1 1,4,7,10 ? *)", "2026-11-21T00:00:00Z", "2027-01-01T00:00:00.000Z"],
    ["cron(0 12 ? JAN SUN 2027)", "2026-11-21T00:00:00Z", "2027-01-03T12:00:00.000Z"],
    ["cron(0 12 29 2 ? *)", "2026-11-21T00:00:00Z", "2028-02-29T12:00:00.000Z"],
  ])("%s after %s is %s", (expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  it("follows the time zone through the change of summer time", () => {
    const eight = "cron(0 8 * * ? *)";
    expect(next(eight, "2026-03-28T12:00:00Z", "Europe/Berlin")).toBe("2026-03-29T06:00:00.000Z");
    expect(next(eight, "2026-10-24T12:00:00Z", "Europe/Berlin")).toBe("2026-10-25T07:00:00.000Z");
    expect(next("cron(30 2 * * ? *)", "2026-03-28T12:00:00Z", "Europe/Berlin")).toBe("2026-03-30T00:30:00.000Z");
  });

  it("never fires again after its last year", () => {
    expect(next("cron(0 0 1 1 ? 2026)", "2026-11-21T00:00:00Z")).toBeUndefined();
  });

  it.each([
    "cron(0 8 * * *)",
    "cron(0 8 L * ? *)",
    "cron(0 25 * * ? *)",
    "every day",
    "at(2026-01-01T00:00:00)",
    "rate(0 days)",
  ])("refuses %s", (expression) => {
    expect(() => timetableOf({ expression, timeZone: "UTC" })).toThrow();
  });
});
