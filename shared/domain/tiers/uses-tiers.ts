import type { PlanInput } from "../../schemas/plan/plan.ts";
import { methodsOfPlan } from "../plan/methods-of-plan.ts";

/** Whether the plan distributes by tiers anywhere, so that agents have a place in them (C4). */
export function usesTiers(plan: Pick<PlanInput, "rules" | "fallback" | "tiers">): boolean {
  return plan.tiers !== undefined || methodsOfPlan(plan).some(({ method }) => method.type === "tiers");
}
