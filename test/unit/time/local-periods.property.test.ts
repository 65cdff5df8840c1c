import fc from "fast-check";
import { expect, test } from "vitest";
import { dayAround, weekAround } from "../../../shared/domain/time/local-periods.ts";

const hour = 3_600_000;

/** Clocks that change at night, at midnight (so that it comes twice, or not at all), by half an hour, or never. */
const nights: readonly (readonly [string, string])[] = [
  ["Europe/Berlin", "2026-03-29T01:00:00Z"],
  ["Europe/Berlin", "2026-10-25T01:00:00Z"],
  ["America/Havana", "2026-03-08T05:00:00Z"],
  ["America/Havana", "2026-11-01T05:00:00Z"],
  ["America/Santiago", "2026-04-05T03:00:00Z"],
  ["America/Santiago", "2026-09-06T04:00:00Z"],
  ["Asia/Beirut", "2026-03-28T22:00:00Z"],
  ["Australia/Lord_Howe", "2026-04-04T15:00:00Z"],
  ["Asia/Kathmandu", "2026-06-01T00:00:00Z"],
];
const instants = fc.tuple(fc.constantFrom(...nights), fc.integer({ min: -50 * hour, max: 50 * hour }));

const formats = new Map(
  nights.map(([timeZone]) => [timeZone, new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" })]),
);
const dateIn = (timeZone: string, at: number) => formats.get(timeZone)?.format(at);

test("a local day holds all instants of its date and no other", () => {
  fc.assert(
    fc.property(instants, ([[zone, night], offset]) => {
      const now = Date.parse(night) + offset;
      const { from, to } = dayAround(now, zone);
      expect(from <= now && now < to).toBe(true);
      const date = dateIn(zone, now);
      expect([from - 1, from, to - 1, to].map((at) => dateIn(zone, at) === date)).toEqual([false, true, true, false]);
    }),
    { numRuns: 500 },
  );
});

test("a local week holds seven dates from Monday", () => {
  fc.assert(
    fc.property(instants, ([[zone, night], offset]) => {
      const now = Date.parse(night) + offset;
      const { from, to } = weekAround(now, zone);
      expect(from <= now && now < to).toBe(true);
      const weekday = (at: number) => new Date(`${dateIn(zone, at)}T12:00:00Z`).getUTCDay();
      expect([from - 1, from, to - 1, to].map(weekday)).toEqual([0, 1, 0, 1]);
      const dates = new Set(
        Array.from({ length: (to - from) / (hour / 2) }, (_, n) => dateIn(zone, from + n * (hour / 2))),
      );
      expect(dates.size).toBe(7);
    }),
    { numRuns: 150 },
  );
});
