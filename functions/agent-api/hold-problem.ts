import { HttpProblem } from "../../shared/runtime/problem.ts";
import type { Locale } from "../../shared/schemas/primitives.ts";

const texts = {
  de: {
    title: "Dieser Lead wird nicht zum Aussuchen geöffnet",
    detail: "Nehmen Sie ihn direkt (claim).",
  },
  en: {
    title: "This lead is not opened to be picked",
    detail: "Claim it right away.",
  },
} as const;

/** E2: only leads that are to be picked have a window. */
export function notToPickProblem(locale: Locale): HttpProblem {
  return new HttpProblem({ status: 409, type: "not-to-pick", ...texts[locale] });
}
