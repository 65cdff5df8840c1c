import type { Agent } from "../../schemas/agent.ts";
import type { TierProposal } from "../../schemas/tier.ts";
import { done, type Outcome, refused } from "../configuration/outcome.ts";
import type { Ports } from "../ports/ports.ts";

type DecidePorts = Pick<Ports, "clock" | "config" | "figures">;

/** Who decides, and why if they say so. */
export interface By {
  /** `agent:<id>`, or `system`. */
  readonly actor: string;
  readonly reason?: string | undefined;
}

/** A manager's word on a proposal (C4). Deciding it again in the same way changes nothing. */
export async function decideProposal(
  ports: DecidePorts,
  agents: ReadonlyMap<string, Agent>,
  proposalId: string,
  decision: By & { readonly confirm: boolean },
): Promise<Outcome<TierProposal>> {
  const proposal = await ports.figures.proposal(proposalId);
  if (proposal === undefined) return refused({ kind: "unknown", what: "proposal" });
  const wanted = decision.confirm ? "confirmed" : "refused";
  if (proposal.status === wanted) return done(proposal);
  if (proposal.status !== "open") return refused({ kind: "decided", status: proposal.status });
  return decision.confirm
    ? applyProposal(ports, agents, proposal, decision)
    : settle(ports, proposal, wanted, decision);
}

/**
 * First the agent's tier, then the proposal: whoever dies in between does the rest when it is repeated. A tier that was
 * changed by hand since the proposal is not overwritten.
 */
export async function applyProposal(
  ports: DecidePorts,
  agents: ReadonlyMap<string, Agent>,
  proposal: TierProposal,
  by: By,
): Promise<Outcome<TierProposal>> {
  const agent = agents.get(proposal.agentId);
  if (agent === undefined) return refused({ kind: "unknown", what: "agent" });
  if (agent.tier !== proposal.to) {
    if (agent.tier !== proposal.from) return refused({ kind: "outdated", tier: agent.tier });
    const { agentId, version, ...input } = agent;
    const saved = await ports.config.saveAgent(agentId, { ...input, tier: proposal.to }, version);
    if (!saved.saved) return refused({ kind: "stale", currentVersion: saved.current?.version });
  }
  return settle(ports, proposal, "confirmed", by);
}

async function settle(
  ports: DecidePorts,
  { proposalId }: TierProposal,
  status: "confirmed" | "refused",
  { actor, reason }: By,
): Promise<Outcome<TierProposal>> {
  const at = ports.clock.now();
  const settled = await ports.figures.decideProposal(proposalId, { status, actor, at, reason });
  if (settled === undefined) return refused({ kind: "unknown", what: "proposal" });
  return settled.status === status ? done(settled) : refused({ kind: "decided", status: settled.status });
}
