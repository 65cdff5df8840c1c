import { coachingNoteText } from "../../domain/notices/tier-texts.ts";
import { coachingText } from "../../domain/tiers/coaching-text.ts";
import { quarterToReview } from "../../domain/tiers/quarter.ts";
import { reviewAgent } from "../../domain/tiers/review.ts";
import { tierPathOf } from "../../domain/tiers/tier-path.ts";
import { policyOf, tierPlaceOf } from "../../domain/tiers/tier-place.ts";
import { tieredAgents } from "../../domain/tiers/tiered-agents.ts";
import { usesTiers } from "../../domain/tiers/uses-tiers.ts";
import type { Agent } from "../../schemas/agent.ts";
import type { TierReview } from "../../schemas/tier.ts";
import { tellAgent } from "../picking/tell-agent.ts";
import type { Ports } from "../ports/ports.ts";
import type { RoutingConfig } from "../routing-config.ts";
import { coachingFor } from "./coach.ts";
import { applyProposal } from "./decide-proposal.ts";

type ReviewPorts = Pick<Ports, "clock" | "config" | "figures" | "notifier">;

/**
 * The quarterly review (C4), in the first days of a quarter, once for each agent: proposals for a manager, or changes at
 * once where the plan says so, for those whom its tiers reach. Whoever is below the bar is told how far, and what helps.
 * The proposal is put, and the note sent, before the review that it ends is recorded: whoever dies in between does it
 * again, and no agent is reviewed twice for a quarter. Proposals of an earlier quarter that are still open end with it.
 */
export async function reviewTiers(ports: ReviewPorts, config: RoutingConfig): Promise<Record<string, number>> {
  const { plan, figures, agents } = config;
  const now = ports.clock.now();
  const quarter = quarterToReview(now, plan.timezone);
  if (quarter === undefined || !usesTiers(plan)) return {};
  const reviews = new Map((await ports.figures.reviews()).map((each) => [each.agentId, each]));
  const tiered = tieredAgents(config);
  let proposed = 0;
  for (const agent of agents.values()) {
    const before = reviews.get(agent.agentId);
    if (agent.role !== "agent" || !tiered.has(agent.agentId) || (before?.quarter ?? "") >= quarter) continue;
    const own = figures.get(agent.agentId);
    const place = tierPlaceOf(agent, own, plan, now);
    const found = reviewAgent({ agent, place, figures: own, before, policy: policyOf(plan), quarter, now });
    if (found.proposal) await ports.figures.propose(found.proposal);
    await coach(ports, config, agent, found.review);
    if ((await ports.figures.recordReview(found.review)) && found.proposal) proposed += 1;
  }
  await endEarlier(ports, quarter);
  const changed = policyOf(plan).review === "automatic" ? await changeAtOnce(ports, quarter) : 0;
  return { proposed, changed };
}

/** A proposal that nobody decided is of figures that count no more: this review says what is to be decided now. */
async function endEarlier(ports: ReviewPorts, quarter: string): Promise<void> {
  for (const { proposalId, status, quarter: earlier } of await ports.figures.proposals()) {
    if (status !== "open" || earlier >= quarter) continue;
    const at = ports.clock.now();
    await ports.figures.decideProposal(proposalId, { status: "superseded", actor: "system", at });
  }
}

async function coach(ports: ReviewPorts, config: RoutingConfig, agent: Agent, review: TierReview): Promise<void> {
  const { plan, figures } = config;
  const now = ports.clock.now();
  const path = tierPathOf(agent, figures.get(agent.agentId), review, plan, now);
  const coaching = coachingFor(agent.agentId, path, config, now);
  if (coaching === undefined) return;
  const text = coachingText(coaching, agent.locale);
  await tellAgent(ports, agent, { kind: "coaching", ...coachingNoteText(coaching, text, agent.locale) });
}

async function changeAtOnce(ports: ReviewPorts, quarter: string): Promise<number> {
  let changed = 0;
  for (const proposal of await ports.figures.proposals()) {
    if (proposal.quarter !== quarter || proposal.status !== "open") continue;
    const applied = await applyProposal(ports, proposal, { actor: "system" });
    if (applied.done) changed += 1;
  }
  return changed;
}
