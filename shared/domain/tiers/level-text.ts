import type { Locale } from "../../schemas/primitives.ts";
import { percentText } from "../figures/number-text.ts";

/** The conversion that counts (C4), and beside it the one that people find when they count, where that is another. */
export function levelText(level: number, conversion: number | undefined, locale: Locale): string {
  const counts = percentText(level, locale);
  const plain = conversion === undefined ? counts : percentText(conversion, locale);
  if (plain === counts) return counts;
  return locale === "de"
    ? `${counts} (um die Quellen bereinigt, sonst ${plain})`
    : `${counts} (allowing for the sources, else ${plain})`;
}
