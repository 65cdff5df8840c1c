import fc from "fast-check";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { factsOf } from "../../../shared/domain/routing/facts.ts";
import { aLead } from "../../support/routing-fixtures.ts";

/** Whole, half and three-quarter hours off, and daylight saving by a whole and by half an hour. */
const zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe"];

test("hour and weekday are the plan's local ones at any instant, one lead after the other", () => {
  const instant = fc.integer({ min: Date.parse("2024-01-01T00:00:00Z"), max: Date.parse("2029-01-01T00:00:00Z") });
  const step = fc.tuple(instant, fc.constantFrom(...zones), fc.integer({ min: 1, max: 3_600_000 }));
  fc.assert(
    fc.property(step, ([first, zone, later]) => {
      for (const now of [first, first + later]) {
        const { hour, weekday } = factsOf(aLead(1), now, zone);
        const local = DateTime.fromMillis(now, { zone, locale: "en" });
        expect([hour, weekday]).toEqual([local.hour, local.weekdayShort?.toLowerCase()]);
      }
    }),
    { numRuns: 500 },
  );
});
