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
