import type { PlanInput } from "../../../schemas/plan/plan.ts";
import type { Finding } from "../findings/finding.ts";
import { scoreRange } from "../values/score-range.ts";

/** Points that no lead can reach (B1–B3): then none is ever handed over, or hot by its score. */
export function scoringLimits({ scoring }: PlanInput): readonly Finding[] {
  const { rules, hot, handoverAt } = scoring;
  const { least, most } = scoreRange(scoring);
  const nobody = handoverAt !== undefined && handoverAt > most;
  const everybody = handoverAt !== undefined && handoverAt <= least;
  return [
    ...(nobody ? [{ severity: "error", code: "nobodyHandedOver", pointer: "/scoring/handoverAt", most } as const] : []),
    ...(everybody
      ? [{ severity: "hint", code: "everybodyHandedOver", pointer: "/scoring/handoverAt", least } as const]
      : []),
    ...(handoverAt !== undefined && !nobody && handoverAt > hot
      ? [{ severity: "warning", code: "hotNurtured", pointer: "/scoring/handoverAt", hot, handoverAt } as const]
      : []),
    ...(rules.length > 0 && hot > most
      ? [{ severity: "hint", code: "neverHot", pointer: "/scoring/hot", most } as const]
      : []),
  ];
}
