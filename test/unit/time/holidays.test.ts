import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { businessNow, opensAt } from "../../../shared/domain/time/business-clock.ts";
import { addBusinessTime } from "../../../shared/domain/time/business-time.ts";
import { isClosedOn, isHoliday } from "../../../shared/domain/time/holidays.ts";
import { businessHours, type HolidayRegion, holidayRegions } from "../../../shared/schemas/business-hours.ts";

const dayMs = 24 * 60 * 60 * 1000;
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Easter Sunday by the Gregorian computus, as days since 1970. */
function easter(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return Date.UTC(year, month - 1, ((h + l - 7 * m + 114) % 31) + 1);
}

/** The holidays that the states' laws name, day by day. */
function reference(year: number, region: HolidayRegion): readonly string[] {
  const of = (...states: readonly string[]) => states.includes(region.slice(3));
  const fromEaster = (days: number) => iso(easter(year) + days * dayMs);
  const penance = Date.UTC(year, 10, 22) - ((new Date(Date.UTC(year, 10, 22)).getUTCDay() + 4) % 7) * dayMs;
  return [
    ...["01-01", "05-01", "10-03", "12-25", "12-26"].map((date) => `${year}-${date}`),
    ...[-2, 1, 39, 50].map(fromEaster),
    ...(of("BW", "BY", "ST") ? [`${year}-01-06`] : []),
    ...(of("BE", "MV") ? [`${year}-03-08`] : []),
    ...(of("BB") ? [fromEaster(0), fromEaster(49)] : []),
    ...(of("BW", "BY", "HE", "NW", "RP", "SL") ? [fromEaster(60)] : []),
    // In Bavaria wherever most people are Catholic, which is nearly everywhere.
    ...(of("SL", "BY") ? [`${year}-08-15`] : []),
    ...(of("TH") ? [`${year}-09-20`] : []),
    ...(of("BB", "MV", "SN", "ST", "TH", "HB", "HH", "NI", "SH") ? [`${year}-10-31`] : []),
    ...(of("BW", "BY", "NW", "RP", "SL") ? [`${year}-11-01`] : []),
    ...(of("SN") ? [iso(penance)] : []),
  ];
}

describe("public holidays", () => {
  it.each(holidayRegions)("%s: every day of 2024 to 2030 as the law has it", (region) => {
    for (let year = 2024; year <= 2030; year++) {
      const due = new Set(reference(year, region));
      for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += dayMs) {
        expect([iso(at), isHoliday(iso(at), region)]).toEqual([iso(at), due.has(iso(at))]);
      }
    }
  });

  it("names what is supported when a region is not", () => {
    const read = businessHours.safeParse({ holidays: "AT-9" });
    expect(read.error?.issues[0]?.message).toContain("DE-BE");
    expect(read.error?.issues[0]?.message).toContain("closedOn");
  });
});

const zone = "Europe/Berlin";
const office = ["09:00-18:00"];
const hours = businessHours.parse({
  ...Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, office])),
  holidays: "DE-BE",
  closedOn: ["2026-12-24", "2026-12-31"],
});
const at = (text: string) => Date.parse(text);

describe("business hours with holidays (C17)", () => {
  it("skip holidays and the tenant's own days in deadlines", () => {
    const opening = { hours, zone };
    // Wednesday 23rd, 17:50 local: ten minutes are left; then 24th (own), 25th, weekend; Monday 28th.
    const from = at("2026-12-23T16:50:00Z");
    expect(new Date(addBusinessTime(from, 15 * 60_000, opening)).toISOString()).toBe("2026-12-28T08:05:00.000Z");
  });

  it("count what was really open on days when the clocks change", () => {
    const night = businessHours.parse({ sun: ["00:00-24:00"] });
    const spring = at("2026-03-28T23:00:00Z");
    const autumn = at("2026-10-24T22:00:00Z");
    const opened = (from: number, length: number) =>
      addBusinessTime(from, length * 60 * 60_000, { hours: night, zone }) - from;
    expect(opened(spring, 23)).toBe(23 * 60 * 60_000);
    expect(opened(spring, 24)).toBeGreaterThan(6 * dayMs);
    expect(opened(autumn, 25)).toBe(25 * 60 * 60_000);
  });

  it("say when they are open, on a holiday, and when they open next", () => {
    const plan = { timezone: zone, businessHours: hours };
    const now = (text: string) => businessNow(plan, at(text));
    expect(now("2026-11-20T09:00:00Z")).toEqual({ open: true, holidayOn: undefined });
    expect(now("2026-11-20T07:59:59Z")).toEqual({ open: false, holidayOn: undefined });
    expect(now("2026-12-25T10:00:00Z")).toEqual({ open: false, holidayOn: "2026-12-25" });
    expect(now("2026-12-24T10:00:00Z")).toEqual({ open: false, holidayOn: "2026-12-24" });
    expect(businessNow({ timezone: zone, businessHours: undefined }, 0)).toEqual({ open: true });
    expect(new Date(opensAt(plan, at("2026-12-23T17:00:00Z")) ?? 0).toISOString()).toBe("2026-12-28T08:00:00.000Z");
    expect(opensAt(plan, at("2026-11-20T09:00:00Z"))).toBe(at("2026-11-20T09:00:00Z"));
    expect(opensAt({ timezone: zone, businessHours: {} }, 0)).toBeUndefined();
  });

  it("remember nothing wrong: asked in any order, every minute is as the calendar says", () => {
    const start = at("2026-10-23T00:00:00Z");
    const minutes = fc.array(fc.integer({ min: 0, max: 6 * 24 * 60 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(minutes, (asked) => {
        const plan = { timezone: zone, businessHours: { ...hours } };
        for (const minute of asked) {
          const now = start + minute * 60_000;
          const date = DateTime.fromMillis(now, { zone });
          const closedOn = isClosedOn(date.toFormat("yyyy-MM-dd"), hours) ? date.toFormat("yyyy-MM-dd") : undefined;
          const open = closedOn === undefined && date.weekday <= 5 && date.hour >= 9 && date.hour < 18;
          expect(businessNow(plan, now)).toEqual({ open, holidayOn: closedOn });
        }
      }),
    );
  });
});
