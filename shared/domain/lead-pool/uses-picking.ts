import type { Plan } from "../../schemas/plan/plan.ts";
import { methodsOfPlan } from "../plan/methods-of-plan.ts";

/** Whether a rule of the plan, its fallback or an exception posts leads to be picked (C10). */
export function usesPicking(plan: Plan): boolean {
  return methodsOfPlan(plan).some(({ method }) => method.type === "cherryPick");
}
