import type { LeadState } from "../../../schemas/lead/lead.ts";
import { type CommandOf, type Context, changed, type Decided, refused, unchanged, wrongState } from "../command.ts";
import { assignmentDeadlines, mostOffers, offersEndAt } from "../deadlines.ts";
import { eventBy, timerEvent, unheld } from "../draft.ts";
import { holderOf } from "../holder.ts";
import { isFinal } from "../phase.ts";
import { place } from "../place.ts";

/** D1: the agent takes the offered lead, if the offer has not run out; from now on first contact is due (D2). */
export function acceptOffer(state: LeadState, command: CommandOf<"accept">, { now, plan }: Context): Decided {
  const refusal = offerRefusal(state, command.by);
  if (refusal !== undefined) return refusal;
  if (state.offer === undefined) return unchanged;
  if (now >= state.offer.expiresAt) return refused({ kind: "expired", status: state.status });
  const { offers, ...lead } = unheld(state);
  return changed({
    ...lead,
    status: "accepted",
    since: now,
    wait: state.wait + 1,
    planVersion: plan.version,
    ownerId: command.by,
    assignedAt: now,
    deadlines: assignmentDeadlines(state.temperature, plan, now),
    events: [
      eventBy(command.by, now, {
        type: "lead.accepted",
        agentId: command.by,
        ...(command.channel !== undefined && { channel: command.channel }),
      }),
    ],
  });
}

/** Why this agent may not answer an offer; `unchanged` for an owner who accepts again. Undefined: the offer is theirs. */
function offerRefusal(state: LeadState, by: string): Decided | undefined {
  const holder = holderOf(state);
  if (holder === by) return state.status === "offered" ? undefined : unchanged;
  if (state.tried?.includes(by) === true) return refused({ kind: "expired", status: state.status });
  if (isFinal(state.status) && state.ownerId === by) return wrongState(state);
  return refused({ kind: "notYours" });
}

/**
 * Why a decline changes nothing, before anybody else is chosen; undefined when it is to be done. Who declined already,
 * or let the offer pass, has what they want.
 */
export function declineStands(state: LeadState, by: string): Decided | undefined {
  const holder = holderOf(state);
  if (holder === by) return state.status === "offered" ? undefined : wrongState(state);
  if (state.tried?.includes(by) === true) return unchanged;
  return isFinal(state.status) && state.ownerId === by ? wrongState(state) : refused({ kind: "notYours" });
}

/** D1: declined with a reason; the next agent, the manager or the pool gets it in the same commit. */
export function declineOffer(state: LeadState, command: CommandOf<"decline">, context: Context): Decided {
  const stands = declineStands(state, command.by);
  if (stands !== undefined) return stands;
  const { lead, event } = place(state, command.next, context, { actor: "system", from: command.by });
  const { by, reason } = command;
  return changed({
    ...lead,
    events: [eventBy(by, context.now, { type: "lead.declined", agentId: by, reason }), event],
  });
}

/** D1: nobody answered in time; the next one gets it in the same commit. */
export function expireOffer(state: LeadState, command: CommandOf<"expireOffer">, context: Context): Decided {
  const { offer } = state;
  if (state.status !== "offered" || offer === undefined || context.now < offer.expiresAt) {
    return refused({ kind: "notDue" });
  }
  const { lead, event } = place(state, command.next, context, { actor: "timer", from: offer.agentId });
  return changed({
    ...lead,
    events: [timerEvent(context.now, { type: "lead.offerExpired", agentId: offer.agentId }), event],
  });
}

/** Whether enough agents were asked, or long enough: then the pool or the manager gets the lead (D1, D2). */
export function offersExhausted(state: LeadState, { now, plan }: Context): boolean {
  const { offers, temperature } = state;
  if (state.status !== "offered" || offers === undefined) return false;
  return offers.made >= mostOffers(temperature, plan) || now >= offersEndAt(temperature, plan, offers.since);
}
