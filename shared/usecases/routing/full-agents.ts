import type { Agent } from "../../schemas/agent.ts";
import { type AssignLoads, noLeads } from "./assignment.ts";

/** Most leads at once: the agent's own capacity, or the plan's (C1). */
export function capacityOf(agent: Agent, plan: { readonly capacity: number }): number {
  return agent.capacity ?? plan.capacity;
}

/** Those of these members of the team who have no room for this lead, as asked; one consistent read, none for nobody. */
export async function fullAgents(
  { loads }: { readonly loads: AssignLoads },
  { agents, plan }: { readonly agents: ReadonlyMap<string, Agent>; readonly plan: { readonly capacity: number } },
  agentIds: readonly string[],
  leadId: string,
): Promise<readonly string[]> {
  if (agentIds.length === 0) return [];
  const held = await loads.held(agentIds);
  return agentIds.filter((agentId) => {
    const agent = agents.get(agentId);
    const leads = held.get(agentId) ?? noLeads;
    return agent && leads.length >= capacityOf(agent, plan) && !leads.includes(leadId);
  });
}
