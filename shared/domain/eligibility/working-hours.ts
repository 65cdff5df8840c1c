import { DateTime } from "luxon";
import { type OpeningHours, spansOf } from "../time/business-time.ts";

/** Whether somebody works now, and when that changes next within a day (epoch ms); undefined when it does not. */
export interface HoursNow {
  readonly open: boolean;
  readonly changesAt: number | undefined;
}

/** Most agents of a team share their hours: of those, one is worked out. Reading a local clock takes long. */
const known = new Map<string, HoursNow>();
const mostKnown = 1000;

/** Whether the hours are open at `now` (epoch ms). Spans are read on the local clock, so DST days are right. */
export function hoursAt(now: number, opening: OpeningHours): HoursNow {
  const key = `${now} ${opening.zone} ${JSON.stringify(opening.hours)}`;
  const found = known.get(key) ?? workOut(now, opening);
  if (known.size >= mostKnown) known.clear();
  known.set(key, found);
  return found;
}

function workOut(now: number, { hours, zone }: OpeningHours): HoursNow {
  const today = DateTime.fromMillis(now, { zone }).startOf("day");
  const spans = [today, today.plus({ days: 1 })].flatMap((date) => spansOf(date, hours));
  return {
    open: spans.some((span) => span.from <= now && now < span.to),
    changesAt: spans.flatMap((span) => [span.from, span.to]).find((edge) => edge > now),
  };
}
