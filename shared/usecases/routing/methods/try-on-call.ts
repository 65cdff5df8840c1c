import { unavailableReason } from "../../../domain/eligibility/availability.ts";
import { dutyAt } from "../../../domain/on-call/rota.ts";
import type { Agent } from "../../../schemas/agent.ts";
import type { SkipReason } from "../../../schemas/lead/decision.ts";
import type { RoutingConfig } from "../../routing-config.ts";
import { type Attempt, type AttemptContext, reserve } from "../attempt.ts";

/**
 * To whoever is on call now; away or full, the next of the rota stands in (C17). Duty goes before working hours: that is
 * what being on call means.
 */
export async function tryOnCall(context: AttemptContext): Promise<Attempt> {
  const { config, request } = context;
  const { rota } = config.plan.onCall ?? {};
  const agents = rota ? dutyAt(rota, config.plan.timezone, request.now).agents : [];
  const leftOut = new Map<string, SkipReason>();
  for (const [i, agentId] of agents.entries()) {
    const agent = config.agents.get(agentId);
    const skip = request.exclude?.includes(agentId) ? "declined" : absenceOnDuty(agent, config, request.now);
    if (skip === undefined && agent !== undefined && (await reserve(context, agent))) {
      const runners = agents.slice(i).map((each) => ({ agentId: each }));
      return { outcome: "agent", agentId, trace: { method: "onCall", runners, leftOut } };
    }
    leftOut.set(agentId, skip ?? "capacity");
  }
  return { outcome: "nobody", trace: { method: "onCall", runners: [], leftOut } };
}

/** Why an agent on call cannot take a lead, room apart; working hours do not count. */
export function absenceOnDuty(
  agent: Agent | undefined,
  { plan, timeOff }: Pick<RoutingConfig, "plan" | "timeOff">,
  now: number,
): SkipReason | undefined {
  if (agent === undefined) return "inactive";
  const { workingHours: _, ...always } = agent;
  return unavailableReason(always, { now, timezone: plan.timezone, timeOff });
}
