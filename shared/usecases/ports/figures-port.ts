import type { Agent } from "../../schemas/agent.ts";
import type { Figures } from "../../schemas/figures.ts";
import type { TierDecision, TierProposal, TierReview } from "../../schemas/tier.ts";

/** The agents' figures and what follows from them: reviews of the tiers, and proposals that wait for a manager. */
export interface FiguresPort {
  /** Replaces everybody's figures, also those of whoever is not among them; the configuration shows them from then on. */
  save(figures: Figures): Promise<void>;
  /** The latest review of each agent who had one. */
  reviews(): Promise<readonly TierReview[]>;
  review(agentId: string): Promise<TierReview | undefined>;
  /** Records a review unless one of the same quarter or a later one is there; false when it is. */
  recordReview(review: TierReview): Promise<boolean>;
  /** All proposals, newest first. */
  proposals(): Promise<readonly TierProposal[]>;
  proposal(proposalId: string): Promise<TierProposal | undefined>;
  /** Puts a proposal unless it is there; answers the one that stands. */
  propose(proposal: TierProposal): Promise<TierProposal>;
  /**
   * Confirms a proposal that is still open and gives the agent its tier, both or neither: undefined when it was decided, or
   * the agent saved, since `agent` was read.
   */
  confirmProposal(
    proposal: TierProposal,
    by: Omit<TierDecision, "status">,
    agent: Agent,
  ): Promise<TierProposal | undefined>;
  /** Decides a proposal that is still open; answers the one that stands, undefined when there is none. */
  decideProposal(proposalId: string, decision: TierDecision): Promise<TierProposal | undefined>;
}
