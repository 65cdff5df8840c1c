import type { Plan } from "../../schemas/plan/plan.ts";
import { addBusinessTime } from "./business-time.ts";
import { dayAt, opensEver } from "./open-days.ts";

/** The part of a plan that says when the business is open. */
export type BusinessPlan = Pick<Plan, "timezone" | "businessHours">;

export interface BusinessNow {
  readonly open: boolean;
  /** A public holiday, or a day on which the tenant is closed: that day in the plan's zone, YYYY-MM-DD. */
  readonly holidayOn?: string | undefined;
}

const alwaysOpen: BusinessNow = { open: true };

/** Whether the business is open at `now` (epoch ms), in the plan's zone (C17). Without business hours it always is. */
export function businessNow({ businessHours, timezone }: BusinessPlan, now: number): BusinessNow {
  if (businessHours === undefined) return alwaysOpen;
  const { spans, closedOn } = dayAt(now, { hours: businessHours, zone: timezone });
  return { open: spans.some(({ from, to }) => from <= now && now < to), holidayOn: closedOn };
}

/** When the business opens next, `now` itself while it is open (epoch ms); undefined when it never does. */
export function opensAt({ businessHours, timezone }: BusinessPlan, now: number): number | undefined {
  if (businessHours === undefined) return now;
  return opensEver(businessHours) ? addBusinessTime(now, 0, { hours: businessHours, zone: timezone }) : undefined;
}
