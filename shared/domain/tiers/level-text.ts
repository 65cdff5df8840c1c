import type { Locale } from "../../schemas/primitives.ts";
import { percentText } from "../figures/number-text.ts";

/** Levels have four places: nearer than this to a bar they would be rounded to it. */
const near = 0.001;

/** So many places of a percentage tell the level from these bars. */
export function placesBeside(level: number, bars: readonly (number | undefined)[]): number {
  return bars.some((bar) => bar !== undefined && bar !== level && Math.abs(bar - level) < near) ? 2 : 1;
}

interface Conversions {
  readonly level: number;
  /** As it is, where the level allows for the sources. */
  readonly conversion?: number | undefined;
}

/**
 * The conversion that counts (C4), and beside it the one that people find when they count, where that is another. A level
 * that is just below one of `bars` is not rounded to it.
 */
export function levelText(
  { level, conversion = level }: Conversions,
  bars: readonly (number | undefined)[],
  locale: Locale,
): string {
  const counts = percentText(level, locale, placesBeside(level, bars));
  const plain = percentText(conversion, locale);
  if (plain === percentText(level, locale)) return counts;
  return locale === "de"
    ? `${counts} (um die Quellen bereinigt, sonst ${plain})`
    : `${counts} (allowing for the sources, else ${plain})`;
}
