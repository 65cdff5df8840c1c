import type { Agent, Team } from "../../schemas/agent.ts";
import type { Ports } from "../ports/ports.ts";

/**
 * An agent was saved or deleted: the sign-in user and the e-mail subscription follow the record. Answers whether queued
 * leads may find somebody now (back from a pause, more capacity, other skills: any change may help).
 */
export async function handleAgentChange(
  ports: Ports,
  previous: Agent | undefined,
  agent: Agent | undefined,
): Promise<{ readonly drain: boolean }> {
  if (previous && previous.email !== agent?.email) {
    await ports.notifier.unsubscribe(previous.email);
  }
  if (agent === undefined) {
    if (previous) {
      await ports.identity.disable(previous.agentId);
    }
    return { drain: false };
  }
  const { agentId, email, role, status } = agent;
  await ports.identity.upsert({ agentId, email, groups: [role], enabled: status !== "inactive" });
  await subscribe(ports, agent);
  return { drain: status === "active" };
}

/** A team was saved: its leader and deputy are told about its leads from now on, those before them no longer. */
export async function handleTeamChange(ports: Ports, previous: Team | undefined, team: Team): Promise<void> {
  const { agents } = await ports.config.current();
  const concerned = new Set([previous?.leaderId, previous?.deputyId, team.leaderId, team.deputyId]);
  for (const agentId of concerned) {
    const leader = agentId === undefined ? undefined : agents.get(agentId);
    if (leader) {
      await subscribe(ports, leader);
    }
  }
}

async function subscribe(ports: Ports, { agentId, email }: Agent): Promise<void> {
  const { teams } = await ports.config.current();
  const leads = [...teams.values()].filter((team) => team.leaderId === agentId || team.deputyId === agentId);
  await ports.notifier.subscribe({ agentId, email, leads: leads.map((team) => team.teamId) });
}
