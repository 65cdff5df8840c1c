import type { Locale } from "../../schemas/primitives.ts";

/** A number with its separators, to so many places at most. */
export function numberText(value: number, locale: Locale, places = 1): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: places }).format(value);
}

/** A part of 1 as a percentage, to so many places at most. */
export function percentText(part: number, locale: Locale, places = 1): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: places }).format(part);
}
