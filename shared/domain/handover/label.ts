import type { Criterion } from "../../schemas/plan/checklists.ts";
import type { Locale } from "../../schemas/primitives.ts";

/** The criterion's name for this reader. */
export function labelOf({ label }: Pick<Criterion, "label">, locale: Locale): string {
  return typeof label === "string" ? label : label[locale];
}
