import * as z from "zod";

const span = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'use "HH:MM-HH:MM", for example "09:00-18:00"')
  .refine((text) => text.slice(0, 5) < text.slice(6), "the end must come after the start; split a night at midnight");

const day = z.array(span).max(8);

export const weekday = z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);
export type Weekday = z.infer<typeof weekday>;

/** Opening spans per weekday in local time; a weekday left out is closed. */
export const weeklyHours = z.strictObject({
  mon: day.optional(),
  tue: day.optional(),
  wed: day.optional(),
  thu: day.optional(),
  fri: day.optional(),
  sat: day.optional(),
  sun: day.optional(),
});
export type WeeklyHours = z.infer<typeof weeklyHours>;

/** Regions whose public holidays are known: Germany as a whole, and each of its states. */
export const holidayRegions = [
  "DE",
  "DE-BW",
  "DE-BY",
  "DE-BE",
  "DE-BB",
  "DE-HB",
  "DE-HE",
  "DE-HH",
  "DE-MV",
  "DE-NI",
  "DE-NW",
  "DE-RP",
  "DE-SL",
  "DE-SN",
  "DE-ST",
  "DE-SH",
  "DE-TH",
] as const;
const holidayRegion = z.enum(holidayRegions, {
  error: `public holidays are known for ${holidayRegions.join(", ")}; list those of other places in closedOn`,
});
export type HolidayRegion = z.infer<typeof holidayRegion>;

/** When the business is open (C17): weekly hours, but not on public holidays and on days of the tenant's own. */
export const businessHours = weeklyHours.extend({
  holidays: holidayRegion.optional(),
  closedOn: z.array(z.iso.date("use a date such as 2026-12-24")).max(400).optional(),
});
export type BusinessHours = z.infer<typeof businessHours>;
