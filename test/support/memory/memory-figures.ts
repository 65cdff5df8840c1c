import type { AgentFigures } from "../../../shared/schemas/figures.ts";
import type { TierDecision, TierProposal, TierReview } from "../../../shared/schemas/tier.ts";
import type { FiguresPort } from "../../../shared/usecases/ports/figures-port.ts";
import type { ConfigPort } from "../../../shared/usecases/ports/ports.ts";

/** `saved` gets everybody's figures when they are replaced; `saveAgent` is the configuration's. */
export function createMemoryFigures(
  saved: (agents: ReadonlyMap<string, AgentFigures>) => void,
  saveAgent: ConfigPort["saveAgent"],
): FiguresPort {
  const reviews = new Map<string, TierReview>();
  const proposals = new Map<string, TierProposal>();
  return {
    save: async (figures) => saved(figures),
    reviews: async () => [...reviews.values()].sort((a, b) => (a.agentId < b.agentId ? -1 : 1)),
    review: async (agentId) => reviews.get(agentId),
    recordReview: async (review) => {
      if ((reviews.get(review.agentId)?.quarter ?? "") >= review.quarter) return false;
      reviews.set(review.agentId, review);
      return true;
    },
    proposals: async () =>
      [...proposals.values()].sort((a, b) => b.proposedAt - a.proposedAt || (a.proposalId < b.proposalId ? -1 : 1)),
    proposal: async (proposalId) => proposals.get(proposalId),
    propose: async (proposal) => {
      const standing = proposals.get(proposal.proposalId);
      if (!standing) proposals.set(proposal.proposalId, proposal);
      return standing ?? proposal;
    },
    confirmProposal: async ({ proposalId, to }, by, { agentId, version, ...input }) => {
      const standing = proposals.get(proposalId);
      if (standing?.status !== "open") return undefined;
      const next = decided(standing, { status: "confirmed", ...by });
      proposals.set(proposalId, next);
      const { saved: done } = await saveAgent(agentId, { ...input, tier: to }, version);
      if (!done) proposals.set(proposalId, standing);
      return done ? next : undefined;
    },
    decideProposal: async (proposalId, decision) => {
      const standing = proposals.get(proposalId);
      if (standing?.status !== "open") return standing;
      const next = decided(standing, decision);
      proposals.set(proposalId, next);
      return next;
    },
  };
}

function decided(proposal: TierProposal, { status, actor, at, reason }: TierDecision): TierProposal {
  return {
    ...proposal,
    status,
    decided: { actor, at, ...(reason !== undefined && { reason }) },
    ...(status === "confirmed" && { event: "agent.tierChanged" as const }),
  };
}
