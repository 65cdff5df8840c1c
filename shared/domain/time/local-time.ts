import { DateTime } from "luxon";
import type { Locale } from "../../schemas/primitives.ts";

/** An instant as people say it in their zone: `14:05`, `Mo 14:05` when that is not today, with its date in a week. Epoch ms. */
export function localTime(instant: number, now: number, zone: string, locale: Locale): string {
  const at = DateTime.fromMillis(instant, { zone }).setLocale(locale);
  const today = DateTime.fromMillis(now, { zone });
  if (at.hasSame(today, "day")) return at.toFormat("HH:mm");
  const soon = at < today.startOf("day").plus({ days: 7 });
  return at.toFormat(soon ? "ccc HH:mm" : locale === "de" ? "ccc d.M. HH:mm" : "ccc d LLL HH:mm");
}

/** The hour of the zone's day, 0–23, that an instant (epoch ms) lies in. */
export function localHour(instant: number, zone: string): number {
  return DateTime.fromMillis(instant, { zone }).hour;
}
