import { guardRailsOf } from "../../domain/guard-rails/guard-rails-of.ts";
import type { Look } from "../../domain/guard-rails/obstacle-to-pick.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { Picks } from "../../schemas/picks.ts";
import type { Plan } from "../../schemas/plan/plan.ts";

/** What the guard rails look at of an agent; `now` in epoch ms. */
export function lookAt(plan: Plan, picks: Picks, now: number): Look {
  return { picks, rails: guardRailsOf(plan), zone: plan.timezone, now };
}

/** Whether the lead lies there to be picked between the guard rails (C10), open in somebody's window or not. */
export function isToPick({ status, posted }: Pick<LeadState, "status" | "posted">): boolean {
  return (status === "pooled" || status === "held") && posted?.pick === true;
}
