import { tierChangedText, tierProposedText } from "../../domain/notices/tier-texts.ts";
import type { Agent } from "../../schemas/agent.ts";
import type { TierProposal } from "../../schemas/tier.ts";
import { tellAgent } from "../picking/tell-agent.ts";
import type { Configuration, Ports } from "../ports.ts";

type ProposalPorts = Pick<Ports, "config" | "notifier">;

/**
 * Nobody moves silently (C4): the leaders of the team are told of a proposal, the agent of the change that came of it. Not
 * by text message: it is not urgent enough to cost.
 */
export async function handleProposalChange(
  ports: ProposalPorts,
  previous: TierProposal | undefined,
  proposal: TierProposal,
): Promise<void> {
  const config = await ports.config.current();
  const agent = config.agents.get(proposal.agentId);
  if (agent === undefined || previous?.status === proposal.status) return;
  if (proposal.status === "open") await tellLeader(ports, config, agent, proposal);
  if (proposal.status === "confirmed") {
    await tellAgent(ports, agent, { kind: "tierChanged", ...tierChangedText(proposal, agent.locale) });
  }
}

async function tellLeader(
  { notifier }: ProposalPorts,
  { agents, teams }: Configuration,
  agent: Agent,
  proposal: TierProposal,
): Promise<void> {
  const leader = agents.get(teams.get(agent.team)?.leaderId ?? "");
  await notifier.send({
    channel: "leader",
    to: agent.team,
    teamId: agent.team,
    kind: "tierProposed",
    ...(leader && { agentId: leader.agentId }),
    ...tierProposedText(agent.name, proposal, leader?.locale ?? "en"),
  });
}
