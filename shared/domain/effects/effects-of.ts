import type { LeadEvent } from "../../schemas/lead/event.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import { holderOf } from "../lifecycle/holder.ts";
import { executionNeeded } from "../lifecycle/workflow/execution-needed.ts";
import type { NoticeRequest } from "./notice-request.ts";
import { noticesOf } from "./notices-of.ts";

/** What must happen outside the lead because of one commit. Each is safe to repeat. */
export type Effect =
  /** The agent no longer has the lead: room for another. */
  | { readonly type: "release"; readonly agentId: string }
  /** The lead is back with an agent who had it: the release that followed the first time may have come after the second. */
  | { readonly type: "hold"; readonly agentId: string }
  /** The agent has the lead now: make the link that opens it. */
  | { readonly type: "link"; readonly agentId: string }
  | { readonly type: "startWorkflow" }
  /** The share is a buyer's now: it is sent there by a workflow of its own (C11). */
  | { readonly type: "deliver" }
  /** The lead was shared: its shares become leads of their own. */
  | { readonly type: "createShares" }
  /** The share was erased: the buyers who were sent it are told (H4). */
  | { readonly type: "tellErased" }
  /** The lead was erased, and so are its shares. */
  | { readonly type: "eraseShares" }
  /** What became of a share may be news for the lead that was shared. */
  | { readonly type: "followShares"; readonly parentId: string }
  /** Progress was logged: the ownership's idle clock starts anew. */
  | { readonly type: "heartbeat" }
  | { readonly type: "useTicket"; readonly poolId: string; readonly epoch: number; readonly n: number }
  /** Nobody reached the person of a picked lead in time: the agent who picked it has missed it (E3). */
  | { readonly type: "recordMiss"; readonly agentId: string; readonly at: number }
  /** An agent complained: the reason goes to where it can be erased (F4, H4). */
  | { readonly type: "keepComplaint" }
  /** A bad lead was returned: the turn it used up is given back. */
  | { readonly type: "giveTurnBack" }
  | { readonly type: "notify"; readonly notice: NoticeRequest }
  /** Queued leads may find somebody now. */
  | { readonly type: "drainQueue" };

const progressEvents: ReadonlySet<LeadEvent["type"]> = new Set([
  "lead.contacted",
  "lead.qualified",
  "lead.handedOver",
  "lead.appointment",
]);

/**
 * Follows from a lead's version and the one before it, nothing else: the same two versions always give the same effects,
 * in the order in which they are to be done.
 */
export function effectsOf(previous: LeadState | undefined, state: LeadState): readonly Effect[] {
  const before = previous && holderOf(previous);
  const now = holderOf(state);
  const handedOn = before !== undefined && before !== now;
  const cameBack = now !== undefined && now !== before && previous?.tried?.includes(now) === true;
  // The place of a new share was taken for a lead that was not there yet: whoever looked meanwhile may have given it back.
  const isNewShare = now !== undefined && previous === undefined && state.share !== undefined;
  const buyerId = state.status === "offered" ? state.share?.buyerId : undefined;
  const toBuyer = buyerId !== undefined && startsExecution(previous, state);
  return [
    ...(cameBack || isNewShare ? [{ type: "hold", agentId: now } as const] : []),
    ...(now !== undefined && now !== before ? [{ type: "link", agentId: now } as const] : []),
    ...(toBuyer ? [{ type: "link", agentId: buyerId } as const, { type: "deliver" } as const] : []),
    ...(startsExecution(previous, state) && !toBuyer ? [{ type: "startWorkflow" } as const] : []),
    ...sharing(previous, state),
    ...(state.events.some(isProgress) ? [{ type: "heartbeat" } as const] : []),
    ...state.events.flatMap(ticketUsed),
    ...(state.shares === undefined && state.events.some(isReturnByUs) ? [{ type: "giveTurnBack" } as const] : []),
    ...state.events.flatMap(missed),
    ...(state.events.some(({ type }) => type === "lead.complained") ? [{ type: "keepComplaint" } as const] : []),
    ...noticesOf(previous, state).map((notice) => ({ type: "notify", notice }) as const),
    ...(handedOn ? [{ type: "release", agentId: before } as const] : []),
    ...(handedOn || state.status === "queued" ? [{ type: "drainQueue" } as const] : []),
  ];
}

function sharing(previous: LeadState | undefined, state: LeadState): readonly Effect[] {
  const { share, shares, status } = state;
  if (shares !== undefined && status === "erased") return [{ type: "eraseShares" }];
  if (shares !== undefined && previous?.shares === undefined) return [{ type: "createShares" }];
  const moved = status !== previous?.status;
  if (share !== undefined && status === "erased") return moved ? [{ type: "tellErased" }] : [];
  return share !== undefined && previous !== undefined && moved
    ? [{ type: "followShares", parentId: share.parentId }]
    : [];
}

function startsExecution(previous: LeadState | undefined, state: LeadState): boolean {
  if (!executionNeeded(state)) {
    return false;
  }
  return previous === undefined || !executionNeeded(previous) || previous.cycle !== state.cycle;
}

/** Of a lead that was shared, each share gave its own turn back. */
function isReturnByUs({ type, buyerId }: LeadEvent): boolean {
  return type === "lead.returned" && buyerId === undefined;
}

function isProgress(event: LeadEvent): boolean {
  return progressEvents.has(event.type) && (event.type !== "lead.contacted" || event.outcome === "reached");
}

function missed({ type, reason, agentId, at }: LeadEvent): readonly Effect[] {
  if (type !== "lead.reclaimed" || reason !== "pickMissed" || agentId === undefined) return [];
  return [{ type: "recordMiss", agentId, at }];
}

function ticketUsed(event: LeadEvent): readonly Effect[] {
  if (event.ticket === undefined || event.poolId === undefined) {
    return [];
  }
  return [{ type: "useTicket", poolId: event.poolId, epoch: event.ticket.epoch, n: event.ticket.n }];
}
