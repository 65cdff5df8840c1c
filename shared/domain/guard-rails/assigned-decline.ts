import type { Agent } from "../../schemas/agent.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import { methodsOfPlan } from "../plan/methods-of-plan.ts";
import { forAnyLead } from "../routing/pools/for-any-lead.ts";
import { anyLead } from "../routing/pools/matched-values.ts";
import { poolOf } from "../routing/pools/pool.ts";
import { guardRailsOf } from "./guard-rails-of.ts";

/**
 * E4: whether the agent may decline a lead that was offered to them. Who picks leads takes the assigned ones as they come where
 * the plan says so; an offer that nobody answers still runs out.
 */
export function mayDecline(plan: Plan, agent: Agent | undefined): boolean {
  return guardRailsOf(plan).assignedDecline || agent === undefined || !picksLeads(plan, agent);
}

/** Whether some rule lets this agent pick leads, whichever those are: what is matched with a lead does not count. */
function picksLeads(plan: Plan, agent: Agent): boolean {
  return methodsOfPlan(plan).some(({ method, poolRule }) => {
    if (method.type !== "cherryPick") return false;
    const alone = new Map([[agent.agentId, agent]]);
    return poolOf(poolRule, forAnyLead(method.pool ?? {}), anyLead, alone).members.length > 0;
  });
}
