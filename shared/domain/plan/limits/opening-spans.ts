import { weekday } from "../../../schemas/business-hours.ts";
import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { opensEver } from "../../time/business-time.ts";
import type { Finding } from "../findings/finding.ts";

/** Business hours without an hour, and spans of one day that overlap: those count once (C17). */
export function openingSpans({ businessHours }: Pick<PlanInput, "businessHours">): readonly Finding[] {
  if (businessHours === undefined) return [];
  const never = opensEver(businessHours)
    ? []
    : [{ severity: "warning", code: "neverOpen", pointer: "/businessHours" } as const];
  const overlaps = weekday.options.flatMap((day) => {
    const spans = (businessHours[day] ?? [])
      .map((span, i) => ({ span, i }))
      .toSorted((a, b) => (a.span < b.span ? -1 : 1));
    const second = spans.find(({ span }, at) => span.slice(0, 5) < (spans[at - 1]?.span.slice(6) ?? ""));
    return second === undefined
      ? []
      : [
          {
            ...({ severity: "hint", code: "overlappingHours", span: second.span } as const),
            pointer: `/businessHours/${day}/${second.i}`,
          },
        ];
  });
  return [...never, ...overlaps];
}
