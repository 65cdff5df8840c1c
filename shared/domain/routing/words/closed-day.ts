import type { HolidayRegion } from "../../../schemas/business-hours.ts";
import type { Locale } from "../../../schemas/primitives.ts";
import { holidayName } from "../../time/holidays.ts";

const texts = {
  de: { holiday: (name: string) => `Feiertag (${name})`, closed: "Den ganzen Tag geschlossen" },
  en: { holiday: (name: string) => `Public holiday (${name})`, closed: "Closed all day" },
} as const;

/** Why the business was closed all that day (YYYY-MM-DD): the public holiday by name, or the tenant's own day. */
export function closedDayText(date: string, region: HolidayRegion | undefined, locale: Locale): string {
  const name = region && holidayName(date, region, locale);
  return name === undefined ? texts[locale].closed : texts[locale].holiday(name);
}
