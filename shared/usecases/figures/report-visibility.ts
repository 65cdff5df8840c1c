import { type LeadCaller, leadsAgent } from "../../domain/lifecycle/access.ts";
import type { Configuration } from "../ports/ports.ts";

/** Whose rows a reader of reports sees: a leader the own teams' people, managers, admins and finance everybody's. */
export function reportVisibility(
  { agentId: leaderId, groups }: LeadCaller,
  circle: Pick<Configuration, "agents" | "teams">,
): (agentId: string) => boolean {
  const all = groups.some((group) => group === "manager" || group === "admin" || group === "finance");
  return (agentId) => all || leadsAgent(leaderId, agentId, circle);
}
