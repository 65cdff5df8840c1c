import { leaders } from "../../shared/contract/groups.ts";
import type { Caller } from "../../shared/runtime/http/authorize.ts";
import type { Agent } from "../../shared/schemas/agent.ts";

/** What only leaders and the agents themselves see of an agent; who is available everybody sees (D4). */
type Personal = "email" | "phone" | "pushEndpoint" | "salesTarget" | "startedOn" | "channels" | "figures";

/** The agent as this caller may see it. */
export function agentFor<T extends Agent & { readonly figures?: unknown }>(
  caller: Caller,
  agent: T,
): T | Omit<T, Personal> {
  if (leads(caller) || caller.username === agent.agentId) return agent;
  const { email, phone, pushEndpoint, salesTarget, startedOn, channels, figures, ...visible } = agent;
  return visible;
}

/** Whether the caller may act for and look into others. */
export function leads(caller: Caller): boolean {
  return caller.groups.some((group) => leaders.includes(group));
}
