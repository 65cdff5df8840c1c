import type { Agent } from "../../schemas/agent.ts";
import { type AssignLoads, noLeads } from "./assignment.ts";

/** Most leads at once: the agent's own capacity, or the plan's (C1). */
export function capacityOf(agent: Agent, plan: { readonly capacity: number }): number {
  return agent.capacity ?? plan.capacity;
}

/** Which of these members of the team have no room for this lead; one consistent read, none for nobody. */
export async function fullAgents(
  { loads }: { readonly loads: AssignLoads },
  { agents, plan }: { readonly agents: ReadonlyMap<string, Agent>; readonly plan: { readonly capacity: number } },
  agentIds: readonly string[],
  leadId: string,
): Promise<ReadonlySet<string>> {
  const full = new Set<string>();
  if (agentIds.length === 0) return full;
  const held = await loads.held(agentIds);
  for (const agentId of agentIds) {
    const agent = agents.get(agentId);
    const leads = held.get(agentId) ?? noLeads;
    if (agent && leads.length >= capacityOf(agent, plan) && !leads.includes(leadId)) full.add(agentId);
  }
  return full;
}
