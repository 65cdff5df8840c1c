import type { Decision } from "../../schemas/lead/decision.ts";
import type { LeadEvent } from "../../schemas/lead/event.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { GivenShares } from "../../schemas/lead/share.ts";
import type { Posted } from "../../schemas/plan/posted.ts";
import type { Money } from "../../schemas/primitives.ts";
import type { Posting } from "../lead-pool/posting.ts";
import { deliveryEnd } from "../shares/delivery-time.ts";
import { unsold } from "../shares/parent-status.ts";
import { sharedEvent } from "../shares/shared-event.ts";
import type { Context, Draft } from "./command.ts";
import { assignmentDeadlines, offerDeadlines } from "./deadlines.ts";
import { unheld, withTried } from "./draft.ts";
import { holderOf } from "./holder.ts";
import { executionNeeded } from "./workflow/execution-needed.ts";

/** The part of a decision that an event keeps: enough to replay it, and to tell why. */
export type Routed = Pick<Decision, "ruleId" | "method" | "poolId" | "ticket"> & { readonly decision?: Decision };

/** Where a lead goes next, chosen by routing or by the plan; the agent's place is reserved before. */
export type Placement =
  | {
      readonly to: "offer";
      readonly agentId: string;
      readonly routed?: Routed | undefined;
      /** Of a share, there. */
      readonly price?: Money | undefined;
      /** A backup is asked, since nobody claimed the lead from the pool (C9); or somebody before it is posted (E7). */
      readonly posted?: Posted | undefined;
      readonly reason?: string | undefined;
    }
  /** The share is delivered to an outside company (C11). */
  | {
      readonly to: "buyer";
      readonly buyerId: string;
      readonly routed?: Routed | undefined;
      readonly price?: Money | undefined;
    }
  /** To several at once; nobody has the lead itself any more (C11). */
  | { readonly to: "shares"; readonly shares: GivenShares; readonly routed?: Routed | undefined }
  /** Everybody who could have the share was asked. */
  | { readonly to: "unsold" }
  /** Given without asking: to the manager when nobody accepts, to the agent an ISA names. */
  | {
      readonly to: "owner";
      readonly agentId: string;
      readonly reason?: string | undefined;
      readonly escalated?: boolean | undefined;
      /** By whose turn, of a specialist (C16). */
      readonly routed?: Routed | undefined;
    }
  | {
      readonly to: "pool";
      readonly reason?: string | undefined;
      readonly routed?: Routed | undefined;
      readonly posting?: Posting | undefined;
    }
  | { readonly to: "queue"; readonly reason: string; readonly routed?: Routed | undefined };

export interface PlaceOptions {
  readonly actor: string;
  /** Who has the lead until now, in the event of a lead given to an owner. */
  readonly from?: string | undefined;
  /** Begins a new round of offers and a new execution, whatever the lead was before (reclaim). */
  readonly afresh?: boolean | undefined;
}

/**
 * The lead in its next place, with the one event that says so; the caller adds why. An execution under way goes on when
 * somebody gets the lead and ends (next `cycle`) when it is pooled or queued,
 * shared, or when a share comes from a buyer or goes to one: those are timed by another workflow.
 */
export function place(
  state: LeadState,
  placement: Placement,
  { now, plan }: Context,
  { actor, from, afresh = false }: PlaceOptions,
): { readonly lead: Omit<Draft, "events">; readonly event: LeadEvent } {
  const goesOn = (placement.to === "offer" || placement.to === "owner") && state.share?.buyerId === undefined;
  const ends = afresh || (executionNeeded(state) && !goesOn);
  const { offers, tried, handedOverAt, ...rest } = unheld(state);
  // With its ISA again the lead is in qualification again (C6).
  const back = placement.to === "owner" && placement.agentId === state.isaId;
  const gone = withTried(tried, holderOf(state));
  const base = {
    ...rest,
    ...(handedOverAt !== undefined && !back && { handedOverAt }),
    ...(gone.length > 0 && { tried: [...gone] }),
    ...shareAt(state, placement),
    cycle: ends ? state.cycle + 1 : state.cycle,
    wait: state.wait + 1,
    since: now,
    planVersion: plan.version,
  };
  const routed = "routed" in placement ? trace(placement.routed) : {};
  const why = "reason" in placement && placement.reason !== undefined && { reason: placement.reason };
  switch (placement.to) {
    case "offer": {
      const { agentId, posted } = placement;
      const { accept } = offerDeadlines(state.temperature, plan, now, posted?.firstUntil);
      const round = afresh || offers === undefined ? { since: now, made: 0 } : offers;
      return {
        lead: {
          ...base,
          status: "offered",
          offer: { agentId, at: now, expiresAt: accept },
          offers: { since: round.since, made: round.made + 1 },
          ...(posted && { posted }),
          deadlines: { accept },
        },
        event: { type: "lead.offered", at: now, actor, agentId, ...why, ...routed },
      };
    }
    case "owner": {
      const { agentId, escalated = false } = placement;
      return {
        lead: {
          ...base,
          status: "accepted",
          ownerId: agentId,
          assignedAt: now,
          ...(escalated && { escalated }),
          deadlines: assignmentDeadlines(state.temperature, plan, now, { escalated }),
        },
        event: {
          type: "lead.reassigned",
          at: now,
          actor,
          agentId,
          ...(from !== undefined && { fromAgentId: from }),
          ...why,
          ...routed,
        },
      };
    }
    case "buyer": {
      const { buyerId } = placement;
      return {
        lead: { ...base, status: "offered", deadlines: { accept: deliveryEnd(now) } },
        event: { type: "lead.offered", at: now, actor, buyerId, ...routed },
      };
    }
    case "shares": {
      const { shares } = placement;
      return {
        lead: { ...base, status: "offered", shares, deadlines: { accept: shares.accept } },
        event: sharedEvent(shares, actor, placement.routed),
      };
    }
    case "unsold":
      return {
        lead: { ...base, status: "lost", reason: unsold },
        event: { type: "lead.lost", at: now, actor, reason: unsold },
      };
    case "pool":
      return {
        lead: { ...base, status: "pooled", ...why, ...placement.posting },
        event: { type: "lead.pooled", at: now, actor, ...why, ...routed },
      };
    case "queue":
      return {
        lead: { ...base, status: "queued", ...why },
        event: { type: "lead.queued", at: now, actor, ...why, ...routed },
      };
  }
}

/** Of a share: who has it now, if a buyer, and what it costs there. */
function shareAt({ share }: LeadState, placement: Placement): Pick<LeadState, "share"> {
  if (share === undefined) return {};
  const { buyerId, price: before, ...rest } = share;
  const routed = placement.to === "offer" || placement.to === "buyer";
  const price = routed ? placement.price : buyerId === undefined ? before : undefined;
  const buyer = placement.to === "buyer" && { buyerId: placement.buyerId };
  return { share: { ...rest, ...(price && { price }), ...buyer } };
}

function trace(routed: Routed | undefined): Partial<LeadEvent> {
  if (routed === undefined) return {};
  const { ruleId, method, poolId, ticket, decision } = routed;
  return {
    ruleId,
    method,
    ...(poolId !== undefined && { poolId }),
    ...(ticket !== undefined && { ticket }),
    ...(decision !== undefined && { decision }),
  };
}
