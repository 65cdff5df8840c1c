import { expect, test } from "vitest";
import { reportSpan, spanName } from "../../../shared/runtime/http/report-span.ts";

const day = 24 * 60 * 60 * 1000;
const at = { now: Date.parse("2026-11-22T10:00:00Z"), zone: "Europe/Berlin" };

test("a date is the tenant's, so that a month is billed as its days are lived, also when the clocks change", () => {
  const october = reportSpan({ from: "2026-10-01", to: "2026-11-01" }, at);
  expect(october).toEqual({ from: Date.parse("2026-09-30T22:00:00Z"), to: Date.parse("2026-10-31T23:00:00Z") });
  expect(spanName(october, at.zone)).toBe("2026-10-01_2026-11-01");
});

test("an instant is what it says; the last 30 days when nothing is said", () => {
  const from = "2026-11-20T00:00:00Z";
  expect(reportSpan({ from }, at)).toEqual({ from: Date.parse(from), to: at.now });
  expect(reportSpan({}, at)).toEqual({ from: at.now - 30 * day, to: at.now });
});

test("93 days are the most, whatever hours they have", () => {
  expect(() => reportSpan({ from: "2026-08-01", to: "2026-11-02" }, at)).not.toThrow();
  expect(() => reportSpan({ from: "2026-08-01", to: "2026-11-03" }, at)).toThrow();
});
