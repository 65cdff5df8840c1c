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
  proposalId: string,
  decision: By & { readonly confirm: boolean },
): Promise<Outcome<TierProposal>> {
  const proposal = await ports.figures.proposal(proposalId);
  if (proposal === undefined) return refused({ kind: "unknown", what: "proposal" });
  const wanted = decision.confirm ? "confirmed" : "refused";
  if (proposal.status !== "open") return asDecided(proposal, wanted);
  return decision.confirm ? applyProposal(ports, proposal, decision) : settle(ports, proposal, wanted, decision);
}

/** Each failed try means that somebody else decided the proposal, or saved the agent. */
const mostRivals = 20;

/**
 * The agent's tier and the proposal change together: of two managers who decide at once in different ways one is told so,
 * and the tier is what the proposal says. A tier that was changed by hand since the proposal is not overwritten.
 */
export async function applyProposal(
  ports: DecidePorts,
  proposal: TierProposal,
  { actor, reason }: By,
): Promise<Outcome<TierProposal>> {
  const { proposalId, agentId, from, to } = proposal;
  for (let rivals = 0; rivals < mostRivals; rivals++) {
    const agent = (await ports.config.current()).agents.get(agentId);
    if (agent === undefined) return refused({ kind: "unknown", what: "agent" });
    if (agent.tier === to) return settle(ports, proposal, "confirmed", { actor, reason });
    if (agent.tier !== from) return refused({ kind: "outdated", tier: agent.tier });
    const confirmed = await ports.figures.confirmProposal(proposal, { actor, at: ports.clock.now(), reason }, agent);
    if (confirmed !== undefined) return done(confirmed);
    const standing = await ports.figures.proposal(proposalId);
    if (standing === undefined) return refused({ kind: "unknown", what: "proposal" });
    if (standing.status !== "open") return asDecided(standing, "confirmed");
  }
  throw new Error(`${mostRivals} other saves of ${agentId} came first`);
}

async function settle(
  ports: DecidePorts,
  { proposalId }: TierProposal,
  status: "confirmed" | "refused",
  { actor, reason }: By,
): Promise<Outcome<TierProposal>> {
  const at = ports.clock.now();
  const settled = await ports.figures.decideProposal(proposalId, { status, actor, at, reason });
  return settled === undefined ? refused({ kind: "unknown", what: "proposal" }) : asDecided(settled, status);
}

/** One that was decided before, or has just been. */
function asDecided(proposal: TierProposal, wanted: "confirmed" | "refused"): Outcome<TierProposal> {
  const { status } = proposal;
  return status === wanted || status === "open" ? done(proposal) : refused({ kind: "decided", status });
}
