import { DateTime } from "luxon";
import type { BusinessHours } from "../../schemas/business-hours.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import { addBusinessTime, opensEver, spansOf } from "./business-time.ts";
import { isClosedOn } from "./holidays.ts";

/** The part of a plan that says when the business is open. */
export type BusinessPlan = Pick<Plan, "timezone" | "businessHours">;

export interface BusinessNow {
  readonly open: boolean;
  /** A public holiday, or a day on which the tenant is closed. */
  readonly holiday: boolean;
  /** That day in the plan's zone, YYYY-MM-DD. */
  readonly holidayOn?: string | undefined;
}

interface Remembered extends BusinessNow {
  readonly from: number;
  readonly until: number;
}

/** Of one plan version: what was found last, good until the next edge of the day. Reading a local clock takes long. */
const latest = new WeakMap<BusinessHours, Remembered & { readonly timezone: string }>();
const alwaysOpen: BusinessNow = { open: true, holiday: false };

/** Whether the business is open at `now` (epoch ms), in the plan's zone (C17). Without business hours it always is. */
export function businessNow({ businessHours, timezone }: BusinessPlan, now: number): BusinessNow {
  if (businessHours === undefined) return alwaysOpen;
  const known = latest.get(businessHours);
  if (known && known.timezone === timezone && known.from <= now && now < known.until) return known;
  const found = { ...workOut(businessHours, timezone, now), timezone };
  latest.set(businessHours, found);
  return found;
}

function workOut(hours: BusinessHours, zone: string, now: number): Remembered {
  const today = DateTime.fromMillis(now, { zone }).startOf("day");
  const spans = spansOf(today, hours);
  const edges = [today.toMillis(), ...spans.flatMap(({ from, to }) => [from, to]), today.plus({ days: 1 }).toMillis()];
  const day = today.toFormat("yyyy-MM-dd");
  const holiday = isClosedOn(day, hours);
  return {
    open: spans.some(({ from, to }) => from <= now && now < to),
    holiday,
    ...(holiday && { holidayOn: day }),
    from: Math.max(...edges.filter((edge) => edge <= now)),
    until: Math.min(...edges.filter((edge) => edge > now)),
  };
}

/** When the business opens next, `now` itself while it is open (epoch ms); undefined when it never does. */
export function opensAt({ businessHours, timezone }: BusinessPlan, now: number): number | undefined {
  if (businessHours === undefined) return now;
  return opensEver(businessHours) ? addBusinessTime(now, 0, { hours: businessHours, zone: timezone }) : undefined;
}
