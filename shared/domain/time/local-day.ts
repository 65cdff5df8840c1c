import { DateTime } from "luxon";
import type { Span } from "./open-days.ts";

/** A calendar day (YYYY-MM-DD) of the zone as instants; 23 or 25 hours when the clocks change. Undefined: no such day. */
export function localDay(date: string, zone: string): Span | undefined {
  const start = DateTime.fromISO(date, { zone }).startOf("day");
  if (!start.isValid || start.toISODate() !== date) return undefined;
  return { from: start.toMillis(), to: start.plus({ days: 1 }).toMillis() };
}

/** The calendar day that an instant (epoch ms) lies in, as YYYY-MM-DD. */
export function dayOf(instant: number, zone: string): string {
  return DateTime.fromMillis(instant, { zone }).toFormat("yyyy-MM-dd");
}
