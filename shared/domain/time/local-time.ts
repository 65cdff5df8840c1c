import { DateTime } from "luxon";
import type { Locale } from "../../schemas/primitives.ts";

/** An instant as people say it in their zone: `14:05`, or `Mo 14:05` when that is not today. Epoch ms. */
export function localTime(instant: number, now: number, zone: string, locale: Locale): string {
  const at = DateTime.fromMillis(instant, { zone }).setLocale(locale);
  return at.toFormat(at.hasSame(DateTime.fromMillis(now, { zone }), "day") ? "HH:mm" : "ccc HH:mm");
}
