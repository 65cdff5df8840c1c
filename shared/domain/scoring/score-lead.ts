import type { ScorePart } from "../../schemas/lead/lead.ts";
import type { Condition } from "../../schemas/plan/condition.ts";
import type { Plan } from "../../schemas/plan/plan.ts";

export interface Score {
  /** The sum of the parts; not cut to any range, so that the explanation always adds up. */
  readonly total: number;
  readonly parts: readonly ScorePart[];
}

/**
 * The lead's score with the reason for every point (B1): the plan's base, then each scoring rule whose condition `holds`.
 * Without a plan there are no points.
 */
export function scoreLead(scoring: Plan["scoring"] | undefined, holds: (when: Condition) => boolean): Score {
  if (scoring === undefined) {
    return { total: 0, parts: [] };
  }
  const parts = [
    { points: scoring.base, why: "base" },
    ...scoring.rules.filter(({ when }) => holds(when)).map(({ points, why }) => ({ points, why })),
  ];
  return { total: parts.reduce((sum, { points }) => sum + points, 0), parts };
}
