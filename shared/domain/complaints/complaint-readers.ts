import type { LeadEvent } from "../../schemas/lead/event.ts";
import type { Circle } from "../lifecycle/access.ts";

/** Who reads a complaint: those who lead the team, by its e-mails, or these managers, each by the own channels. */
export interface ComplaintReaders {
  readonly by: "team" | "managers";
  /** Agent ids; empty when there is nobody. */
  readonly agentIds: readonly string[];
}

/**
 * The complaint goes to whoever leads the agent's team. The managers read it when that is nobody, or only those whom it
 * comes from or is about: nobody judges the own decision.
 */
export function complaintReaders(
  { actor, agentId: about }: Pick<LeadEvent, "actor" | "agentId">,
  { agents, teams }: Circle,
): ComplaintReaders {
  const by = actor.slice("agent:".length);
  const judges = (agentId: string | undefined): agentId is string =>
    agentId !== undefined &&
    agentId !== by &&
    agentId !== about &&
    (agents.get(agentId)?.status ?? "inactive") !== "inactive";
  const { leaderId, deputyId } = teams.get(agents.get(by)?.team ?? "") ?? {};
  // Both read all e-mails about the team: those are no place for a complaint about one of them.
  const aboutThem = about !== undefined && (about === leaderId || about === deputyId);
  const leads = [leaderId, deputyId].filter(judges);
  if (leads.length > 0 && !aboutThem) return { by: "team", agentIds: leads.slice(0, 1) };
  const managers = [...agents.values()].filter(({ role }) => role === "manager").map(({ agentId }) => agentId);
  return { by: "managers", agentIds: managers.filter(judges).toSorted() };
}
