import { getHolidays, type Holiday, type Region } from "feiertagejs";
import type { BusinessHours, HolidayRegion } from "../../schemas/business-hours.ts";
import type { Locale } from "../../schemas/primitives.ts";

/** Worked out a year at a time, when somebody asks for a day of it. */
const known = new Map<string, ReadonlyMap<string, Holiday>>();

/** Whether the local day (YYYY-MM-DD) is a public holiday there. */
export function isHoliday(date: string, region: HolidayRegion): boolean {
  return holidaysOf(date.slice(0, 4), region).has(date);
}

/** What the public holiday on that local day is called; undefined when there is none. */
export function holidayName(date: string, region: HolidayRegion, locale: Locale): string | undefined {
  return holidaysOf(date.slice(0, 4), region).get(date)?.translate(locale);
}

function holidaysOf(year: string, region: HolidayRegion): ReadonlyMap<string, Holiday> {
  const key = `${region} ${year}`;
  const days = known.get(key) ?? new Map(getHolidays(year, stateOf(region)).map((day) => [day.dateString, day]));
  known.set(key, days);
  return days;
}

/** Whether the business stays closed all day: a public holiday, or a day of the tenant's own (C17). */
export function isClosedOn(date: string, { holidays, closedOn }: BusinessHours): boolean {
  return closedOn?.includes(date) === true || (holidays !== undefined && isHoliday(date, holidays));
}

/** `DE-BE` is called `BE` by the package, and Germany as a whole `BUND`. */
function stateOf(region: HolidayRegion): Region {
  return region === "DE" ? "BUND" : (region.slice(3) as Region);
}
