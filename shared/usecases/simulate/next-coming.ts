import { nextChangeAt } from "../../domain/eligibility/next-change.ts";
import { opensAt } from "../../domain/time/business-clock.ts";
import type { RoutingConfig } from "../routing-config.ts";

/** The next instant after `now` at which somebody may come or the business may open, a day ahead at most; epoch ms. */
export function nextComing({ agents, timeOff, plan }: RoutingConfig, now: number): number {
  const change = nextChangeAt(agents.values(), timeOff, plan, now);
  const opens = plan.businessHours === undefined ? undefined : opensAt(plan, now);
  return opens !== undefined && opens > now ? Math.min(change, opens) : change;
}
