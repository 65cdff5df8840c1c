import { dayAt, type OpeningHours, opensEver } from "./open-days.ts";

/**
 * The instant at which `length` ms of opening time have passed since `from`; both ends in epoch ms. Holidays are skipped.
 * Hours that never open count as always open: a deadline must exist (D2, `sla.clock: businessHours`).
 */
export function addBusinessTime(from: number, length: number, opening: OpeningHours): number {
  if (!opensEver(opening.hours)) return from + length;
  let left = length;
  for (let day = dayAt(from, opening); ; day = day.next()) {
    for (const span of day.spans) {
      const start = Math.max(span.from, from);
      const open = span.to - start;
      if (open <= 0) continue;
      if (left <= open) return start + left;
      left -= open;
    }
  }
}

/** How much opening time lies between the two instants (epoch ms), in ms; what `addBusinessTime` adds. */
export function businessTimeBetween(from: number, to: number, opening: OpeningHours): number {
  if (!opensEver(opening.hours)) return Math.max(0, to - from);
  let sum = 0;
  for (let day = dayAt(from, opening); day.from < to; day = day.next()) {
    for (const span of day.spans) sum += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
  }
  return sum;
}
