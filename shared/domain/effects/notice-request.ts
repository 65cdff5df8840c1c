import type { LeadEvent } from "../../schemas/lead/event.ts";
import type { Posted } from "../../schemas/plan/posted.ts";

export type NoticeKind =
  /** Accept or decline until the deadline. */
  | "offer"
  /** The lead is yours without asking: backup, manager, leader's choice, claim by SMS. */
  | "assigned"
  /** You accepted by SMS: here is the contact data. */
  | "accepted"
  /** The lead went to somebody else. */
  | "takenBack"
  /** The lead you qualified went on to the field, or waits for somebody there (C6). */
  | "handedOver"
  /** The lead you picked was taken back, since nobody was reached in time (E3). */
  | "pickMissed"
  /** You cannot pick leads for a while. */
  | "suspended"
  /** To leaders: an agent cannot pick leads for a while. */
  | "agentSuspended"
  /** A person you have has enquired again. */
  | "enquiredAgain"
  /** To leaders: nobody has made contact. */
  | "waiting"
  /** To leaders: nobody took the lead; it lies in the pool. */
  | "pooled"
  /** To the claim group: a lead lies in the pool, the first to take it has it. */
  | "posted"
  /** To leaders: nobody can take the lead at all. */
  | "queued"
  /** To leaders: the owner reports a bad lead. */
  | "returnAsked"
  /** Your bad lead went back to its source; the turn comes back. */
  | "returned"
  /** The lead you reported stays with you. */
  | "returnRefused"
  /** To leaders: an agent complains about how the lead was given out (F4). */
  | "complained"
  /** What the person does asks for a specialist, who was told (C16). */
  | "interest"
  /** You are the specialist for somebody else's lead (C16). */
  | "helpWanted"
  /** To the source: a lead comes back. */
  | "returnToSource";

/**
 * A notice to be written: to an agent, to the leaders of the team of an agent (of everybody, without one), to a source, to
 * who reads a complaint, or to who may claim a posted lead.
 */
export interface NoticeRequest {
  readonly kind: NoticeKind;
  readonly to:
    | { readonly agentId: string }
    | { readonly leadersOf: string | undefined }
    | { readonly sourceId: string }
    | { readonly complaint: Pick<LeadEvent, "actor" | "agentId"> }
    | { readonly claimGroup: Posted };
  /** The lead whose owner is meant: a duplicate tells the owner of the first lead. */
  readonly ownerOf?: string;
  readonly reason?: string;
  /** Somebody else whom it is about. */
  readonly about?: string;
  /** Until when, if that is not one of the lead's own deadlines; epoch ms. */
  readonly until?: number;
  /** From when on the reader may take the lead, if not at once (E5); epoch ms. */
  readonly from?: number;
}
