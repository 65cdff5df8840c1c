import { DateTime } from "luxon";
import type { OpeningHours } from "../time/business-time.ts";
import { spansOf } from "../time/business-time.ts";

/** Whether the hours are open at `now` (epoch ms). Spans are read on the local clock, so DST days are right. */
export function isOpen(now: number, { hours, zone }: OpeningHours): boolean {
  const today = DateTime.fromMillis(now, { zone });
  return spansOf(today.startOf("day"), hours).some((span) => span.from <= now && now < span.to);
}

/** The next opening or closing after `now` and before `until`, epoch ms; undefined when there is none. */
export function nextHoursChange(now: number, until: number, { hours, zone }: OpeningHours): number | undefined {
  let date = DateTime.fromMillis(now, { zone }).startOf("day");
  while (date.toMillis() < until) {
    const edges = spansOf(date, hours).flatMap((span) => [span.from, span.to]);
    const next = edges.find((edge) => edge > now);
    if (next !== undefined) return next < until ? next : undefined;
    date = date.plus({ days: 1 });
  }
  return undefined;
}
