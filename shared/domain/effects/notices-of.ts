import type { LeadEvent } from "../../schemas/lead/event.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import { NOT_ASSIGNED } from "../lead-pool/posting.ts";
import { specialistTold } from "../lifecycle/commands/specialist-commands.ts";
import { CLOSED } from "../routing/special-rules.ts";
import type { NoticeKind, NoticeRequest } from "./notice-request.ts";

/** Who is told about a commit, by its events. */
export function noticesOf(previous: LeadState | undefined, state: LeadState): readonly NoticeRequest[] {
  return state.events.flatMap((event) => noticesOfEvent(event, previous, state));
}

function noticesOfEvent(event: LeadEvent, previous: LeadState | undefined, state: LeadState): readonly NoticeRequest[] {
  switch (event.type) {
    case "lead.offered":
      return event.agentId === undefined ? [] : [{ kind: "offer", to: { agentId: event.agentId } }];
    case "lead.reassigned":
      return [...assigned(event), ...takenBack(event, event.fromAgentId ?? previous?.ownerId)];
    case "lead.handedOver":
      return [...assigned(event), ...takenBack(event, event.fromAgentId ?? previous?.ownerId, "handedOver")];
    case "lead.accepted":
      return event.channel === "sms" && event.agentId ? [{ kind: "accepted", to: { agentId: event.agentId } }] : [];
    case "lead.reclaimed":
      if (event.reason === "pickMissed") return toAgent("pickMissed", event, event.agentId);
      return takenBack({ ...event, agentId: undefined }, event.agentId ?? previous?.ownerId);
    case "lead.escalated":
      return [{ kind: "waiting", to: { leadersOf: state.ownerId }, ...withReason(event) }];
    case "lead.pooled":
      return pooled(event, previous, state);
    case "lead.queued":
      // Meant so by the plan: nobody need do anything about it.
      if (event.ruleId === CLOSED) return [];
      return [{ kind: "queued", to: { leadersOf: undefined }, ...withReason(event) }];
    case "lead.updated":
      return [...aboutReturn(event), ...aboutSpecialist(event, state)];
    case "lead.complained":
      return complained(event);
    case "lead.returned":
      // From a buyer to us, not from us to the source.
      if (event.buyerId !== undefined) return [];
      return [
        ...toAgent("returned", event, event.agentId ?? previous?.offer?.agentId),
        ...(state.share === undefined
          ? [{ kind: "returnToSource", to: { sourceId: state.sourceId }, ...withReason(event) } as const]
          : []),
      ];
    case "lead.duplicate":
      return state.duplicateOf === undefined
        ? []
        : [{ kind: "enquiredAgain", to: { leadersOf: undefined }, ownerOf: state.duplicateOf }];
    default:
      return [];
  }
}

/** A report of a bad lead, and its refusal (A6). */
function aboutReturn(event: LeadEvent): readonly NoticeRequest[] {
  if (event.outcome === "returnAsked") {
    return [{ kind: "returnAsked", to: { leadersOf: event.agentId }, ...withReason(event) }];
  }
  return event.outcome === "returnRefused" ? toAgent("returnRefused", event, event.agentId) : [];
}

/** F4: who reads it depends on whom it comes from, and whose decision it is about. */
function complained(event: LeadEvent): readonly NoticeRequest[] {
  const { actor, agentId } = event;
  const complaint = { actor, ...(agentId !== undefined && { agentId }) };
  return [{ kind: "complained", to: { complaint }, about: actor.slice("agent:".length), ...withReason(event) }];
}

/** A specialist is told about somebody else's lead, and its owner that the specialist is (C16). */
function aboutSpecialist(event: LeadEvent, { ownerId }: LeadState): readonly NoticeRequest[] {
  if (event.outcome !== specialistTold || event.agentId === undefined || ownerId === undefined) return [];
  return [
    { kind: "interest", to: { agentId: ownerId }, about: event.agentId, ...withReason(event) },
    { kind: "helpWanted", to: { agentId: event.agentId }, ...withReason(event) },
  ];
}

function toAgent(kind: NoticeKind, event: LeadEvent, agentId: string | undefined): readonly NoticeRequest[] {
  return agentId === undefined || event.actor === `agent:${agentId}`
    ? []
    : [{ kind, to: { agentId }, ...withReason(event) }];
}

/**
 * C9: a lead that a method posts is shown to its claim group, and again when it was recycled. Leaders are told when a lead is
 * in the pool because nobody took it.
 */
function pooled(event: LeadEvent, previous: LeadState | undefined, state: LeadState): readonly NoticeRequest[] {
  const { posted } = state;
  const leadersOf = previous?.ownerId ?? previous?.offer?.agentId;
  const leaders = { kind: "pooled", to: { leadersOf }, ...withReason(event) } as const;
  if (posted === undefined || state.deadlines.claim === undefined) {
    return posted !== undefined && meantSo(event) ? [{ kind: "posted", to: { claimGroup: posted } }] : [leaders];
  }
  const group = { kind: "posted", to: { claimGroup: posted } } as const;
  return meantSo(event) ? [group] : [group, leaders];
}

/** Posted as its rule says, also once more: nobody need do anything about it but those who may claim it. */
function meantSo({ reason }: LeadEvent): boolean {
  return reason === undefined || reason === "recycled" || reason === "pickMissed" || reason === NOT_ASSIGNED;
}

function assigned(event: LeadEvent): readonly NoticeRequest[] {
  if (event.agentId === undefined || event.actor === `agent:${event.agentId}`) {
    return [];
  }
  return [{ kind: "assigned", to: { agentId: event.agentId }, ...withReason(event) }];
}

function takenBack(
  event: Omit<LeadEvent, "agentId"> & { readonly agentId?: string | undefined },
  from: string | undefined,
  kind: "takenBack" | "handedOver" = "takenBack",
): readonly NoticeRequest[] {
  return from === undefined || from === event.agentId || event.actor === `agent:${from}`
    ? []
    : [{ kind, to: { agentId: from }, ...withReason(event) }];
}

function withReason(event: { readonly reason?: string | undefined }): { readonly reason?: string } {
  return event.reason === undefined ? {} : { reason: event.reason };
}
