import type { Agent } from "../../schemas/agent.ts";
import { type AssignLoads, noLeads } from "./assignment.ts";

/** Most leads at once: the agent's own capacity, or the plan's (C1). */
export function capacityOf(agent: Agent, plan: { readonly capacity: number }): number {
  return agent.capacity ?? plan.capacity;
}

/** Which of the agents have no room for this lead; one consistent read, none for nobody. */
export async function fullAgents(
  ports: { readonly loads: AssignLoads },
  agents: readonly Agent[],
  plan: { readonly capacity: number },
  leadId: string,
): Promise<ReadonlySet<string>> {
  if (agents.length === 0) return new Set();
  const held = await ports.loads.held(agents.map((agent) => agent.agentId));
  const full = new Set<string>();
  for (const agent of agents) {
    const leads = held.get(agent.agentId) ?? noLeads;
    if (leads.length >= capacityOf(agent, plan) && !leads.includes(leadId)) full.add(agent.agentId);
  }
  return full;
}
