import type { PlanInput } from "../../../schemas/plan/plan.ts";
import type { Finding } from "../findings/finding.ts";

/** Exceptions that are over at `now` (epoch ms), and those hidden by an earlier one: of several the first counts (D4). */
export function exceptionTimes({ exceptions = [] }: PlanInput, now: number | undefined): readonly Finding[] {
  return exceptions.flatMap((exception, i): readonly Finding[] => {
    const from = Date.parse(exception.from);
    const to = Date.parse(exception.to);
    const pointer = `/exceptions/${i}`;
    if (now !== undefined && to <= now) return [{ severity: "hint", code: "exceptionOver", to: exception.to, pointer }];
    const by = exceptions.findIndex(
      (other, j) =>
        j < i && other.ruleId === exception.ruleId && Date.parse(other.from) <= from && to <= Date.parse(other.to),
    );
    return by < 0 ? [] : [{ severity: "warning", code: "exceptionHidden", by: by + 1, pointer }];
  });
}
