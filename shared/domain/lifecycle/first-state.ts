import type { LeadEvent } from "../../schemas/event.ts";
import type { LeadBody, LeadState } from "../../schemas/lead.ts";

/**
 * STATE's first version, from BODY alone: whoever resumes an intake writes the same item. Versions count events, so a
 * lead that was offered at once begins with version 2. All its instants are those of the receipt.
 */
export function firstState(body: LeadBody): LeadState {
  const { first, receivedAt } = body;
  const events = [received(body), ...outcome(body)];
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
    since: receivedAt,
    planVersion: first.planVersion,
    ...(first.reason !== undefined && { reason: first.reason }),
    ...(first.duplicateOf !== undefined && { duplicateOf: first.duplicateOf }),
    ...holder(body),
    deadlines: first.deadlines,
    events,
  };
}

/** Who has the lead: an agent to whom it is offered until `deadlines.accept`, or an owner assigned directly. */
function holder({ first, receivedAt }: LeadBody): Partial<LeadState> {
  if (first.agentId === undefined) return {};
  if (first.status === "accepted") return { ownerId: first.agentId, assignedAt: receivedAt };
  if (first.status !== "offered") return {};
  const expiresAt = first.deadlines.accept ?? receivedAt;
  return {
    offer: { agentId: first.agentId, at: receivedAt, expiresAt },
    offers: { since: receivedAt, made: 1 },
  };
}

function received(body: LeadBody): LeadEvent {
  return { type: "lead.received", at: body.receivedAt, actor: `source:${body.sourceId}`, value: body.score.total };
}

/** What became of it at once; nothing for rejected and test leads, whose status says all. */
function outcome({ first, receivedAt, score, decision }: LeadBody): readonly LeadEvent[] {
  const base = { at: receivedAt, actor: "system" } as const;
  const to = first.agentId !== undefined && { agentId: first.agentId };
  const why = first.reason !== undefined && { reason: first.reason };
  const routed = decision !== undefined && {
    ruleId: decision.ruleId,
    method: decision.method,
    ...(decision.poolId !== undefined && { poolId: decision.poolId }),
    ...(decision.ticket !== undefined && { ticket: decision.ticket }),
  };
  switch (first.status) {
    case "offered":
      return [{ type: "lead.offered", ...base, ...to, ...routed }];
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
