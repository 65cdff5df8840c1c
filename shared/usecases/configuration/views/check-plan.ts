import { checkPlan } from "../../../domain/plan/check-plan.ts";
import { withNames } from "../../../domain/plan/findings/with-names.ts";
import { moreOfKind, type PlanProblem, planProblem } from "../../../domain/plan/plan-problem.ts";
import type { PlanInput } from "../../../schemas/plan/plan.ts";
import type { Locale } from "../../../schemas/primitives.ts";
import type { Configuration } from "../../ports/ports.ts";

/** An answer may have 6 MB, and in a large team each of thousands of agents can be part of what is found. */
const mostOfKind = 100;

/**
 * What is wrong or doubtful about a plan for this team at `now` (epoch ms), in the reader's language, the worst first
 * (F9). Of one kind so many are told, and how many more there are.
 */
export function planProblems(
  config: Configuration,
  plan: PlanInput,
  { locale, now }: { readonly locale: Locale; readonly now: number },
): readonly PlanProblem[] {
  const findings = checkPlan(plan, { ...config, now });
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  const told = new Map<string, number>();
  return findings.flatMap((finding) => {
    const { code } = finding;
    const number = (told.get(code) ?? 0) + 1;
    told.set(code, number);
    if (number > mostOfKind) return [];
    const problem = planProblem(withNames(finding, config), locale);
    const more = (counts.get(code) ?? 0) - mostOfKind;
    return number === mostOfKind && more > 0 ? [problem, moreOfKind(problem, more, locale)] : [problem];
  });
}
