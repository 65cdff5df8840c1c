import { HttpProblem } from "../../../shared/runtime/http/problem.ts";
import type { Locale } from "../../../shared/schemas/primitives.ts";
import { type Unavailable, unavailableText } from "../../../shared/usecases/lifecycle/unavailable-text.ts";

/** Whoever is to have the lead cannot: why, in the caller's language. */
export function unavailableProblem(who: Unavailable, locale: Locale): HttpProblem {
  const { reason } = who;
  return new HttpProblem({
    status: 409,
    type: "agent-unavailable",
    ...unavailableText(who, locale),
    extra: { reason },
  });
}
