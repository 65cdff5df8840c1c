import type { Agent } from "../../schemas/agent.ts";
import type { KnownThrough } from "../../schemas/lead/decision.ts";

/** Whether the agent has left for good: unknown, or inactive. Who is only away, paused or full comes back. */
export function hasLeft(agentId: string, agents: ReadonlyMap<string, Pick<Agent, "status">>): boolean {
  const agent = agents.get(agentId);
  return agent === undefined || agent.status === "inactive";
}

/** An agent who has the person, and through what. */
export interface Claim {
  readonly agentId: string;
  /** An earlier lead of the person when left out. */
  readonly knownThrough?: KnownThrough;
}

/**
 * Of those with a claim to the person, the strongest first (outbound contact, person, account, an offer), the first who is still in
 * the team (C12). If all have left, the strongest, so that the trace tells why the lead is routed like any other.
 */
export function continuingAgent(
  claims: readonly Claim[],
  agents: ReadonlyMap<string, Pick<Agent, "status">>,
): Claim | undefined {
  return claims.find(({ agentId }) => !hasLeft(agentId, agents)) ?? claims[0];
}
