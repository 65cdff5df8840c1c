import { DateTime } from "luxon";
import type { Span } from "./open-days.ts";

/** The calendar day of the zone that `now` (epoch ms) lies in, as instants; 23 or 25 hours when the clocks change. */
export function dayAround(now: number, zone: string): Span {
  const day = DateTime.fromMillis(now, { zone });
  return { from: midnight(day), to: midnight(day.plus({ days: 1 })) };
}

/** The calendar week of the zone, from Monday, that `now` (epoch ms) lies in. */
export function weekAround(now: number, zone: string): Span {
  const day = DateTime.fromMillis(now, { zone });
  const monday = day.minus({ days: day.weekday - 1 });
  return { from: midnight(monday), to: midnight(monday.plus({ days: 7 })) };
}

/** The first instant of the day: where clocks go back at midnight there are two that read 00:00. */
function midnight(day: DateTime): number {
  const start = day.startOf("day");
  const before = start.minus({ hours: 1 });
  return (before.toISODate() === start.toISODate() ? before : start).toMillis();
}
