import type { Agent } from "../../schemas/agent.ts";

/** Whether the agent has left for good: unknown, or inactive. Who is only away, paused or full comes back. */
export function hasLeft(agentId: string, agents: ReadonlyMap<string, Pick<Agent, "status">>): boolean {
  const agent = agents.get(agentId);
  return agent === undefined || agent.status === "inactive";
}

/**
 * Of those with a claim to the person, the strongest first (outbound contact, person, account), the first who is still in
 * the team (C12). If all have left, the strongest, so that the trace tells why the lead is routed like any other.
 */
export function continuingAgent(
  claims: readonly (string | undefined)[],
  agents: ReadonlyMap<string, Pick<Agent, "status">>,
): string | undefined {
  const named = claims.filter((agentId) => agentId !== undefined);
  return named.find((agentId) => !hasLeft(agentId, agents)) ?? named[0];
}
