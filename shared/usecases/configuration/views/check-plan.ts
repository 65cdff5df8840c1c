import { checkPlan } from "../../../domain/plan/check-plan.ts";
import { withNames } from "../../../domain/plan/findings/with-names.ts";
import { type PlanProblem, planProblem } from "../../../domain/plan/plan-problem.ts";
import type { PlanInput } from "../../../schemas/plan/plan.ts";
import type { Locale } from "../../../schemas/primitives.ts";
import type { Configuration } from "../../ports/ports.ts";

/** What is wrong or doubtful about a plan for this team at `now` (epoch ms), in the reader's language, the worst first (F9). */
export function planProblems(
  config: Configuration,
  plan: PlanInput,
  { locale, now }: { readonly locale: Locale; readonly now: number },
): readonly PlanProblem[] {
  return checkPlan(plan, { ...config, now }).map((finding) => planProblem(withNames(finding, config), locale));
}
