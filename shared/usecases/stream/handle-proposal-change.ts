import { tierChangedText, tierProposedText, tierSetText } from "../../domain/notices/tier-texts.ts";
import { coachingText } from "../../domain/tiers/coaching-text.ts";
import { tierPathOf } from "../../domain/tiers/tier-path.ts";
import { policyOf } from "../../domain/tiers/tier-place.ts";
import type { Agent } from "../../schemas/agent.ts";
import type { Locale } from "../../schemas/primitives.ts";
import type { TierProposal } from "../../schemas/tier.ts";
import { coachingFor } from "../figures/coach.ts";
import { type AgentNotice, tellAgent } from "../picking/tell-agent.ts";
import type { Configuration, Ports } from "../ports/ports.ts";

type ProposalPorts = Pick<Ports, "clock" | "config" | "notifier">;

/**
 * Nobody moves silently (C4): the leaders of the team and the managers, who decide, are told of a proposal, the agent of the
 * change that came of it. Where the plan decides by itself there is nothing to propose: the leaders are told of the change.
 * Not by text message: it is not urgent enough to cost.
 */
export async function handleProposalChange(
  ports: ProposalPorts,
  previous: TierProposal | undefined,
  proposal: TierProposal,
): Promise<void> {
  const config = await ports.config.current();
  const agent = config.agents.get(proposal.agentId);
  if (agent === undefined || previous?.status === proposal.status) return;
  if (proposal.status === "open" && policyOf(config.plan ?? {}).review === "confirm") {
    const told = (locale: Locale) => ({ kind: "tierProposed", ...tierProposedText(agent.name, proposal, locale) });
    await tellLeader(ports, config, agent, told);
    for (const manager of managersBeside(config, agent)) await tellAgent(ports, manager, told(manager.locale));
  }
  if (proposal.status === "confirmed") {
    const note = coachingNote(ports, config, agent, proposal);
    await tellAgent(ports, agent, { kind: "tierChanged", ...tierChangedText(proposal, agent.locale, note) });
    if (proposal.decided?.actor !== "system") return;
    await tellLeader(ports, config, agent, (locale) => ({
      kind: "tierSet",
      ...tierSetText(agent.name, proposal, locale),
    }));
  }
}

async function tellLeader(
  { notifier }: ProposalPorts,
  { agents, teams }: Configuration,
  agent: Agent,
  told: (locale: Locale) => AgentNotice,
): Promise<void> {
  const leader = agents.get(teams.get(agent.team)?.leaderId ?? "");
  await notifier.send({
    channel: "leader",
    to: agent.team,
    teamId: agent.team,
    ...(leader && { agentId: leader.agentId }),
    ...told(leader?.locale ?? "en"),
  });
}

/** The managers who are not told as leader or deputy of the agent's team. */
function managersBeside({ agents, teams }: Configuration, { team }: Agent): readonly Agent[] {
  const { leaderId, deputyId } = teams.get(team) ?? {};
  return [...agents.values()].filter(
    ({ agentId, role, status }) =>
      role === "manager" && status !== "inactive" && agentId !== leaderId && agentId !== deputyId,
  );
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
