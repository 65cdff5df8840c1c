import type { LeadEvent } from "../../schemas/lead/event.ts";
import type { LeadBody } from "../../schemas/lead/lead.ts";
import { isRotation } from "./pool-key.ts";

/** A ticket that a lead says it drew, and the agent, or of a share the buyer (C11), it says it came to by it. */
export interface ClaimedTurn {
  readonly leadId: string;
  readonly ruleId: string;
  readonly poolId: string;
  readonly epoch: number;
  readonly n: number;
  readonly agentId: string;
  /** The stored decision names this turn and the history, which was written apart from it, another or none. */
  readonly contradicted: boolean;
}

/**
 * Every turn of the rotation that a lead took, as stored: the decision made at intake, and later ones (a lead that had
 * waited in the queue) in the history. Leads that are offered again draw from a second sequence and take no turn. An
 * empty history is one still to be written. The tickets of a lead that was shared are its shares' (C11).
 */
export function claimedTurns(
  {
    leadId,
    decision,
    first,
  }: Pick<LeadBody, "leadId" | "decision"> & {
    readonly first: Pick<LeadBody["first"], "shares">;
  },
  history: readonly LeadEvent[],
): readonly ClaimedTurn[] {
  const recorded = history.flatMap((event) => turn(leadId, event, event.agentId ?? event.buyerId));
  const [decided] = decision && first.shares === undefined ? turn(leadId, decision, decision.chosen[0]) : [];
  if (decided === undefined) return recorded;
  const same = recorded.find((each) => nameOf(each) === nameOf(decided));
  if (same !== undefined) return recorded;
  return [{ ...decided, contradicted: history.length > 0 }, ...recorded];
}

/** Names a ticket of any pool. */
export function ticketName({ poolId, epoch, n }: Pick<ClaimedTurn, "poolId" | "epoch" | "n">): string {
  return `${poolId} ${epoch}/${n}`;
}

const nameOf = (turn: ClaimedTurn) => `${ticketName(turn)} ${turn.ruleId} ${turn.agentId}`;

function turn(
  leadId: string,
  { ruleId, poolId, ticket }: Pick<LeadEvent, "ruleId" | "poolId" | "ticket">,
  agentId: string | undefined,
): readonly ClaimedTurn[] {
  if (ruleId === undefined || poolId === undefined || ticket === undefined || agentId === undefined) return [];
  return isRotation(poolId) ? [{ leadId, ruleId, poolId, ...ticket, agentId, contradicted: false }] : [];
}
