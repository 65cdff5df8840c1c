import type { AgentFigures } from "../../../shared/schemas/figures.ts";
import type { TierProposal, TierReview } from "../../../shared/schemas/tier.ts";
import type { FiguresPort } from "../../../shared/usecases/ports/figures-port.ts";

/** `saved` gets everybody's figures when they are replaced. */
export function createMemoryFigures(saved: (agents: ReadonlyMap<string, AgentFigures>) => void): FiguresPort {
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
    decideProposal: async (proposalId, { status, ...decided }) => {
      const standing = proposals.get(proposalId);
      if (standing?.status !== "open") return standing;
      const { reason, ...rest } = decided;
      const next: TierProposal = {
        ...standing,
        status,
        decided: { ...rest, ...(reason !== undefined && { reason }) },
        ...(status === "confirmed" && { event: "agent.tierChanged" as const }),
      };
      proposals.set(proposalId, next);
      return next;
    },
  };
}
