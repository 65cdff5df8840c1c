import { sizeRange } from "../routing/company-size.ts";

/** Companies by employees, as the European Union counts: micro, small, medium, large. */
export const sizeClasses = ["1-9", "10-49", "50-249", "250+", "unknown"] as const;
export type SizeClass = (typeof sizeClasses)[number];

/** The class of a size as leads give it; of a range by its beginning. */
export function sizeClassOf(size: number | string | undefined): SizeClass {
  const { min } = (size === undefined ? undefined : sizeRange(size)) ?? {};
  if (min === undefined || min < 1) return "unknown";
  if (min < 10) return "1-9";
  if (min < 50) return "10-49";
  return min < 250 ? "50-249" : "250+";
}
