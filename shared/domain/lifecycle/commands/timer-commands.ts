import type { LeadState } from "../../../schemas/lead/lead.ts";
import { deliveryEnd } from "../../shares/delivery-time.ts";
import { type CommandOf, type Context, changed, type Decided, refused, wrongState } from "../command.ts";
import { amended, timerEvent } from "../draft.ts";
import { holderOf } from "../holder.ts";
import { phaseOf } from "../phase.ts";
import { place } from "../place.ts";
import { executionNeeded } from "../workflow/execution-needed.ts";

const notDue = refused({ kind: "notDue" });

/** D2, hot escalation: nobody has made contact; the leader is told, once. */
export function escalate(state: LeadState, _command: CommandOf<"escalate">, { now }: Context): Decided {
  const { leader, ...deadlines } = state.deadlines;
  if (phaseOf(state.status) !== "contact" || leader === undefined || now < leader) return notDue;
  const event = timerEvent(now, {
    type: "lead.escalated",
    ...(state.ownerId !== undefined && { agentId: state.ownerId }),
    reason: "noContact",
  });
  return changed(amended(state, { deadlines }, [event]));
}

/**
 * D2, hot escalation: still no contact; a backup gets the lead, without being asked and without a second escalation. When
 * no backup can take it, the leader is told that, and the lead stays.
 */
export function giveToBackup(state: LeadState, command: CommandOf<"giveToBackup">, context: Context): Decided {
  const { now } = context;
  const { backup, leader, ...deadlines } = state.deadlines;
  if (phaseOf(state.status) !== "contact" || backup === undefined || now < backup) return notDue;
  const { agentId } = command;
  if (agentId === undefined) {
    const owner = state.ownerId !== undefined && { agentId: state.ownerId };
    const event = timerEvent(now, { type: "lead.escalated", ...owner, reason: "noBackup" });
    return changed(amended(state, { deadlines }, [event]));
  }
  const placement = { to: "owner", agentId, reason: "noContact", escalated: true } as const;
  const { lead, event } = place(state, placement, context, { actor: "timer", from: holderOf(state) });
  return changed({ ...lead, events: [event] });
}

/** Why the lead is to be taken back now, by its own deadlines (D3, E3); undefined when it is not. */
export function reclaimReason(
  state: LeadState,
  now: number,
): "noContact" | "pickMissed" | "noProgress" | "ownershipEnded" | undefined {
  const { reclaim, idle, ownership } = state.deadlines;
  switch (phaseOf(state.status)) {
    case "contact":
      if (reclaim === undefined || now < reclaim) return undefined;
      return state.picked === true ? "pickMissed" : "noContact";
    case "ownership":
      if (ownership !== undefined && now >= ownership) return "ownershipEnded";
      return idle !== undefined && now >= idle ? "noProgress" : undefined;
    default:
      return undefined;
  }
}

/** D3: taken back; somebody else, the pool or the queue has it in the same commit, in a new cycle. */
export function reclaim(state: LeadState, { next }: CommandOf<"reclaim">, context: Context): Decided {
  const reason = reclaimReason(state, context.now);
  if (reason === undefined) return notDue;
  const past = holderOf(state);
  const { lead, event } = place(state, next, context, { actor: "timer", from: past, afresh: true });
  const { appointmentAt, appointmentBy, ...rest } = lead;
  const taken = timerEvent(context.now, {
    type: "lead.reclaimed",
    ...(past !== undefined && { agentId: past }),
    reason,
  });
  return changed({ ...rest, events: [taken, event] });
}

/** The workflow cannot go on with this lead: it is not lost, but claimable, and a leader is told. */
export function pool(state: LeadState, { reason }: CommandOf<"pool">, context: Context): Decided {
  if (!executionNeeded(state)) return wrongState(state);
  const { lead, event } = place(state, { to: "pool", reason }, context, { actor: "timer", from: holderOf(state) });
  return changed({ ...lead, events: [event] });
}

/** The execution that should time this lead is not there: the next cycle starts a new one; a delivery has its
 * whole time again. */
export function repair(state: LeadState, _command: CommandOf<"repair">, { now }: Context): Decided {
  if (!executionNeeded(state)) return notDue;
  const event = { type: "lead.updated", at: now, actor: "system", reason: "repair" } as const;
  const delivery = state.share?.buyerId !== undefined && { deadlines: { accept: deliveryEnd(now) } };
  return changed(amended(state, { cycle: state.cycle + 1, ...delivery }, [event]));
}
