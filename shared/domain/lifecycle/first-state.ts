import type { LeadEvent } from "../../schemas/lead/event.ts";
import type { LeadBody, LeadState } from "../../schemas/lead/lead.ts";
import { sharedEvent } from "../shares/shared-event.ts";

/**
 * STATE's first version, from BODY alone: whoever resumes an intake writes the same item. Versions count events, so a
 * lead that was offered at once begins with version 2. All its instants are those of the receipt.
 */
export function firstState(body: LeadBody): LeadState {
  const { first, receivedAt } = body;
  const at = decidedAt(body);
  // The receipt is the parent's: a share begins with its offer.
  const events = body.share === undefined ? [received(body), ...outcome(body)] : [...outcome(body)];
  return {
    leadId: body.leadId,
    version: events.length,
    commitId: first.commitId,
    cycle: 1,
    wait: 1,
    status: first.status,
    temperature: body.temperature,
    score: body.score.total,
    sourceId: body.sourceId,
    receivedAt,
    since: at,
    planVersion: first.planVersion,
    ...(first.reason !== undefined && { reason: first.reason }),
    ...(first.duplicateOf !== undefined && { duplicateOf: first.duplicateOf }),
    ...(first.posted !== undefined && { posted: first.posted }),
    ...(first.shares !== undefined && { shares: first.shares }),
    ...(body.share !== undefined && { share: body.share }),
    ...holder(body),
    deadlines: first.deadlines,
    events,
  };
}

/** Who has the lead: an agent to whom it is offered until `deadlines.accept`, or an owner assigned directly. */
function holder(body: LeadBody): Partial<LeadState> {
  const { first, receivedAt } = body;
  if (first.agentId === undefined) return {};
  if (first.status === "accepted") return { ownerId: first.agentId, assignedAt: receivedAt };
  if (first.status !== "offered") return {};
  const at = decidedAt(body);
  const expiresAt = first.deadlines.accept ?? at;
  return {
    offer: { agentId: first.agentId, at, expiresAt },
    offers: { since: at, made: 1 },
  };
}

/** A share of a lead that waited was decided later than the lead was received. */
function decidedAt({ first, receivedAt }: LeadBody): number {
  return first.at ?? receivedAt;
}

function received(body: LeadBody): LeadEvent {
  return { type: "lead.received", at: body.receivedAt, actor: `source:${body.sourceId}`, value: body.score.total };
}

/** What became of it at once; nothing for rejected and test leads, whose status says all. */
function outcome(body: LeadBody): readonly LeadEvent[] {
  const { first, score, decision, share } = body;
  const base = { at: decidedAt(body), actor: "system" } as const;
  const to = first.agentId !== undefined && { agentId: first.agentId };
  const why = first.reason !== undefined && { reason: first.reason };
  const routed = decision !== undefined && {
    ruleId: decision.ruleId,
    method: decision.method,
    ...(decision.poolId !== undefined && { poolId: decision.poolId }),
    ...(decision.ticket !== undefined && { ticket: decision.ticket }),
  };
  switch (first.status) {
    case "offered": {
      if (first.shares !== undefined) return [sharedEvent(first.shares, "system", routed || undefined)];
      const buyer = share?.buyerId !== undefined && { buyerId: share.buyerId };
      return [{ type: "lead.offered", ...base, ...to, ...buyer, ...routed }];
    }
    case "accepted":
      return [{ type: "lead.reassigned", ...base, ...to, ...why, ...routed }];
    case "pooled":
      return [{ type: "lead.pooled", ...base, ...why, ...routed }];
    case "queued":
      return [{ type: "lead.queued", ...base, ...why, ...routed }];
    case "nurture":
      return [{ type: "lead.scored", ...base, value: score.total }];
    case "duplicate":
      return [
        {
          type: "lead.duplicate",
          ...base,
          ...to,
          ...why,
          ...(first.duplicateOf !== undefined && { leadId: first.duplicateOf }),
        },
      ];
    default:
      return [];
  }
}
