import { getHolidays, type Region } from "feiertagejs";
import type { BusinessHours, HolidayRegion } from "../../schemas/business-hours.ts";

/** Worked out a year at a time, when somebody asks for a day of it. */
const known = new Map<string, ReadonlySet<string>>();

/** Whether the local day (YYYY-MM-DD) is a public holiday there. */
export function isHoliday(date: string, region: HolidayRegion): boolean {
  const year = date.slice(0, 4);
  const key = `${region} ${year}`;
  const days = known.get(key) ?? new Set(getHolidays(year, stateOf(region)).map(({ dateString }) => dateString));
  known.set(key, days);
  return days.has(date);
}

/** Whether the business stays closed all day: a public holiday, or a day of the tenant's own (C17). */
export function isClosedOn(date: string, { holidays, closedOn }: BusinessHours): boolean {
  return closedOn?.includes(date) === true || (holidays !== undefined && isHoliday(date, holidays));
}

/** `DE-BE` is called `BE` by the package, and Germany as a whole `BUND`. */
function stateOf(region: HolidayRegion): Region {
  return region === "DE" ? "BUND" : (region.slice(3) as Region);
}
