import { DateTime } from "luxon";

/** So many days a quarter's review may come late: it is for the quarter that ended, not for one that is half over. */
const graceDays = 7;

/**
 * The quarter whose review is due at `now` (epoch ms), such as 2026-Q3 on 1 October in the tenant's zone; undefined once
 * the new quarter is under way.
 */
export function quarterToReview(now: number, timezone: string): string | undefined {
  const today = DateTime.fromMillis(now, { zone: timezone });
  if (today.diff(today.startOf("quarter"), "days").days >= graceDays) return undefined;
  const ended = today.minus({ quarters: 1 });
  return `${ended.year}-Q${ended.quarter}`;
}
