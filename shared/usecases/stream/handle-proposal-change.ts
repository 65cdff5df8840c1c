import { tierChangedText, tierProposedText } from "../../domain/notices/tier-texts.ts";
import { coachingText } from "../../domain/tiers/coaching-text.ts";
import { tierPathOf } from "../../domain/tiers/tier-path.ts";
import type { Agent } from "../../schemas/agent.ts";
import type { TierProposal } from "../../schemas/tier.ts";
import { coachingFor } from "../figures/coach.ts";
import { tellAgent } from "../picking/tell-agent.ts";
import type { Configuration, Ports } from "../ports/ports.ts";

type ProposalPorts = Pick<Ports, "clock" | "config" | "notifier">;

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
    const note = coachingNote(ports, config, agent, proposal);
    await tellAgent(ports, agent, { kind: "tierChanged", ...tierChangedText(proposal, agent.locale, note) });
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

/** What leads back, by the tier as it is from now on: the configuration may still have the one before. */
function coachingNote(
  { clock }: ProposalPorts,
  { plan, figures, agents }: Configuration,
  agent: Agent,
  { to }: TierProposal,
): string | undefined {
  if (plan === undefined) return undefined;
  const now = clock.now();
  const path = tierPathOf({ ...agent, tier: to }, figures.get(agent.agentId), undefined, plan, now);
  const coaching = coachingFor(agent.agentId, path, { agents, figures, plan }, now);
  return coaching && coachingText(coaching, agent.locale);
}
