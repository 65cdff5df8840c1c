import { DateTime } from "luxon";
import type { BusinessHours, Weekday } from "../../schemas/business-hours.ts";
import { isClosedOn } from "./holidays.ts";

const weekdays: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Opening hours of a business or an agent in their own time zone. */
export interface OpeningHours {
  /** An agent's have no holidays. */
  readonly hours: BusinessHours;
  readonly zone: string;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The instant at which `length` ms of opening time have passed since `from`; both ends in epoch ms. Holidays are skipped. Spans are read on
 * the local clock of the zone, so a day of 23 or 25 hours counts what was really open. Hours that never open count as
 * always open: a deadline must exist (D2, `sla.clock: businessHours`).
 */
export function addBusinessTime(from: number, length: number, opening: OpeningHours): number {
  if (!opensEver(opening.hours)) return from + length;
  let left = length;
  let date = DateTime.fromMillis(from, { zone: opening.zone }).startOf("day");
  for (;;) {
    for (const span of spansOf(date, opening.hours)) {
      const start = Math.max(span.from, from);
      const open = span.to - start;
      if (open <= 0) continue;
      if (left <= open) return start + left;
      left -= open;
    }
    date = date.plus({ days: 1 });
  }
}

/** How much opening time lies between the two instants (epoch ms), in ms; what `addBusinessTime` adds. */
export function businessTimeBetween(from: number, to: number, opening: OpeningHours): number {
  if (!opensEver(opening.hours)) return Math.max(0, to - from);
  let sum = 0;
  for (
    let date = DateTime.fromMillis(from, { zone: opening.zone }).startOf("day");
    date.toMillis() < to;
    date = date.plus({ days: 1 })
  ) {
    for (const span of spansOf(date, opening.hours)) {
      sum += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
    }
  }
  return sum;
}

/** Whether there is any opening span in the week. */
export function opensEver(hours: BusinessHours): boolean {
  return weekdays.some((name) => (hours[name]?.length ?? 0) > 0);
}

/** The day's opening spans as instants, in order, overlaps cut; none on a holiday. */
export function spansOf(date: DateTime, hours: BusinessHours): readonly Span[] {
  const name = weekdays[date.weekday - 1];
  if (isClosedOn(date.toFormat("yyyy-MM-dd"), hours)) return [];
  const spans = name === undefined ? [] : (hours[name] ?? []);
  let end = 0;
  return spans.toSorted().map((text) => {
    const [opens = "", closes = ""] = text.split("-");
    const from = Math.max(localInstant(date, opens), end);
    end = Math.max(localInstant(date, closes), from);
    return { from, to: end };
  });
}

function localInstant(date: DateTime, time: string): number {
  if (time === "24:00") return date.plus({ days: 1 }).startOf("day").toMillis();
  return date.set({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)) }).toMillis();
}
