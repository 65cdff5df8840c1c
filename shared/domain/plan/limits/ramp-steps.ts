import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { durationMs } from "../../time/durations.ts";
import type { Finding } from "../findings/finding.ts";

/** Steps of the ramp that are out of order, or give a new agent less and less (C3). */
export function rampSteps({ ramp }: Pick<PlanInput, "ramp">): readonly Finding[] {
  const steps = ramp.map(({ until, share }, i) => ({ i, at: durationMs(until), share }));
  const late = steps.find(({ i, at }) => at <= (steps[i - 1]?.at ?? -1));
  const sorted = steps.toSorted((a, b) => a.at - b.at);
  const falls = sorted.find(({ share }, i) => share < (sorted[i - 1]?.share ?? 0));
  return [
    ...(late ? [{ severity: "warning", code: "rampOutOfOrder", pointer: `/ramp/${late.i}/until` } as const] : []),
    ...(falls ? [{ severity: "warning", code: "rampDescends", pointer: `/ramp/${falls.i}/share` } as const] : []),
  ];
}
