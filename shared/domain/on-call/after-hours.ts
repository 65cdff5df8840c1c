import type { Plan } from "../../schemas/plan/plan.ts";
import type { Temperature } from "../../schemas/primitives.ts";
import { type BusinessPlan, businessNow } from "../time/business-clock.ts";

type AfterHoursPlan = BusinessPlan & Pick<Plan, "onCall">;

/**
 * What becomes of a lead of this temperature at `now` because the business is closed (C17): it waits, or goes to whoever is
 * on call. Undefined: nothing, the rules decide.
 */
export function afterHours(plan: AfterHoursPlan, temperature: Temperature, now: number): "hold" | "onCall" | undefined {
  const { outsideHours = "normal", holdHot = true } = plan.onCall ?? {};
  if (outsideHours === "normal" || businessNow(plan, now).open) return undefined;
  return outsideHours === "hold" && temperature === "hot" && !holdHot ? undefined : outsideHours;
}

/** Whether every lead that arrives at `now` waits: then nobody need look at the queue. */
export function everythingWaits(plan: AfterHoursPlan, now: number): boolean {
  return (["hot", "warm", "cold"] as const).every((temperature) => afterHours(plan, temperature, now) === "hold");
}
