import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { opensEver } from "../../time/open-days.ts";
import { overlappingSpans } from "../../time/overlapping-spans.ts";
import type { Finding } from "../findings/finding.ts";

/** Business hours without an hour, and spans of one day that overlap: those count once (C17). */
export function openingSpans({ businessHours }: Pick<PlanInput, "businessHours">): readonly Finding[] {
  if (businessHours === undefined) return [];
  return [
    ...(opensEver(businessHours)
      ? []
      : [{ severity: "warning", code: "neverOpen", pointer: "/businessHours" } as const]),
    ...overlappingSpans(businessHours).map(
      (each) =>
        ({ ...each, severity: "hint", code: "overlappingHours", pointer: `/businessHours${each.pointer}` }) as const,
    ),
  ];
}
