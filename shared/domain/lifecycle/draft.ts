import type { LeadEvent } from "../../schemas/lead/event.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { Draft } from "./command.ts";

type Named = "version" | "commitId" | "events";
type Held =
  | "offer"
  | "posted"
  | "ownerId"
  | "assignedAt"
  | "held"
  | "claimedAt"
  | "picked"
  | "escalated"
  | "contactedAt"
  | "attempts"
  | "progressAt"
  | "prolongedTo"
  | "reason";

/** What stays when nobody has the lead any more: who it is about, what was tried, and an appointment made with the person. */
export type Unheld = Omit<LeadState, Named | Held>;

/** The same lead without a holder and what belongs to one. */
export function unheld(state: LeadState): Unheld {
  const { version, commitId, events, ...rest } = state;
  const {
    offer,
    posted,
    ownerId,
    assignedAt,
    held,
    claimedAt,
    picked,
    escalated,
    contactedAt,
    attempts,
    progressAt,
    prolongedTo,
    reason,
    ...lead
  } = rest;
  return { ...lead, deadlines: {} };
}

/** The same lead with a few changes, in one commit with these events. */
export function amended(state: LeadState, changes: Partial<Draft>, events: LeadState["events"]): Draft {
  const { version, commitId, ...rest } = state;
  return { ...rest, ...changes, events };
}

/** An agent is not asked again who declined the lead, let it pass or had it (D1). */
export function withTried(tried: LeadState["tried"], agentId: string | undefined): readonly string[] {
  return agentId === undefined ? (tried ?? []) : [...new Set([...(tried ?? []), agentId])];
}

/** An event by a person of the team. */
export function eventBy(by: string, now: number, event: Omit<LeadEvent, "at" | "actor">): LeadEvent {
  return { ...event, at: now, actor: `agent:${by}` };
}

/** An event that a timer brought about. */
export function timerEvent(now: number, event: Omit<LeadEvent, "at" | "actor">): LeadEvent {
  return { ...event, at: now, actor: "timer" };
}
