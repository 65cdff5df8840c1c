import { dayAt, type OpeningHours } from "../time/open-days.ts";

/** Whether somebody works now, and when that changes next within a day (epoch ms); undefined when it does not. */
export interface HoursNow {
  readonly open: boolean;
  readonly changesAt: number | undefined;
}

/** Whether the hours are open at `now` (epoch ms). */
export function hoursAt(now: number, opening: OpeningHours): HoursNow {
  const today = dayAt(now, opening);
  const spans = [...today.spans, ...today.next().spans];
  return {
    open: spans.some((span) => span.from <= now && now < span.to),
    changesAt: spans.flatMap((span) => [span.from, span.to]).find((edge) => edge > now),
  };
}
