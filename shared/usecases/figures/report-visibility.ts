import type { LeadCaller } from "../../domain/lifecycle/access.ts";
import type { Configuration } from "../ports.ts";

/** Whose rows a reader of reports sees: a leader the own teams' people, managers, admins and finance everybody's. */
export function reportVisibility(
  { agentId: leaderId, groups }: LeadCaller,
  { agents, teams }: Pick<Configuration, "agents" | "teams">,
): (agentId: string) => boolean {
  const all = groups.some((group) => group === "manager" || group === "admin" || group === "finance");
  return (agentId) => {
    const team = agents.get(agentId)?.team ?? "";
    const { leaderId: named, deputyId } = teams.get(team) ?? {};
    return all || named === leaderId || deputyId === leaderId || agents.get(leaderId)?.team === team;
  };
}
