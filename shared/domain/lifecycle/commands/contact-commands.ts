import type { LeadEvent } from "../../../schemas/lead/event.ts";
import type { LeadState } from "../../../schemas/lead/lead.ts";
import { type CommandOf, type Context, changed, type Decided, type Draft, wrongState } from "../command.ts";
import { contactDeadlines, idleEnd, reclaimDueAt } from "../deadlines.ts";
import { amended, eventBy } from "../draft.ts";
import { phaseOf } from "../phase.ts";

type Owned = LeadState & { readonly ownerId: string };

/**
 * D3, D5: a contact by the owner (or by a leader for the owner). Only `reached` is contact; every other outcome is an
 * attempt, which moves nothing but the date of taking the lead back. An ISA who reaches somebody in nurture has the lead.
 */
export function logContact(state: LeadState, command: CommandOf<"contact">, context: Context): Decided {
  const reached = command.outcome === "reached";
  const owned = reached ? takenUp(state, command.by, context) : state;
  const agentId = owned.ownerId;
  const event = eventBy(command.by, context.now, {
    type: "lead.contacted",
    ...(agentId !== undefined && { agentId }),
    channel: command.channel,
    outcome: command.outcome,
  });
  if (!reached) {
    return phaseOf(state.status) === "contact" || isHeld(state)
      ? changed(attempted(state, event, context))
      : state.status === "nurture"
        ? changed(amended(state, {}, [event]))
        : wrongState(state);
  }
  if (!isHeld(owned)) return wrongState(state);
  return changed(
    owned.status === "accepted" ? contacted(owned, event, context) : progressed(owned, {}, [event], context),
  );
}

/** C6, D5: the lead is a sales-qualified one (SQL). Qualifying implies that the person was reached. */
export function qualify(state: LeadState, command: CommandOf<"qualify">, context: Context): Decided {
  const owned = takenUp(state, command.by, context);
  if (!isHeld(owned)) return wrongState(state);
  const event = eventBy(command.by, context.now, {
    type: "lead.qualified",
    agentId: owned.ownerId,
    ...(command.met !== undefined && { outcome: command.met }),
  });
  // Qualified again with an appointment ahead: the appointment is the later step.
  const status = owned.status === "appointment" ? "appointment" : "qualified";
  return changed(stepForward(owned, status, {}, event, command.by, context));
}

/**
 * D5: an appointment is made or moved, or its outcome is known (kept, or the person did not come), also that of one which
 * was made before the present owner had the lead (C6). One that is ahead postpones the end of the ownership to its date
 * (D3).
 */
export function appointment(state: LeadState, command: CommandOf<"appointment">, context: Context): Decided {
  const { by, at, outcome } = command;
  if (!isHeld(state) || (outcome !== undefined && state.appointmentAt === undefined)) return wrongState(state);
  const { ownerId, appointmentBy = ownerId } = state;
  const event = eventBy(by, context.now, {
    type: "lead.appointment",
    agentId: ownerId,
    appointmentAt: at,
    ...(outcome !== undefined && { outcome }),
    ...(outcome !== undefined && appointmentBy !== ownerId && { madeBy: appointmentBy }),
  });
  if (outcome === undefined) {
    const made = { appointmentAt: at, appointmentBy: ownerId };
    return changed(stepForward(state, "appointment", made, event, by, context));
  }
  const over = { appointmentAt: Math.min(at, context.now) };
  // Who did not come to an appointment that was made before has not been reached yet (D3).
  if (outcome === "noShow" && state.status === "accepted") {
    return changed({ ...attempted(state, event, context), ...over });
  }
  return changed(stepForward(state, "appointment", over, event, by, context));
}

function isHeld(state: LeadState): state is Owned {
  const phase = phaseOf(state.status);
  return state.ownerId !== undefined && (phase === "contact" || phase === "ownership");
}

/** A lead in nurture becomes that of the ISA who works on it; every other stays as it is. */
function takenUp(state: LeadState, by: string, { now }: Context): LeadState {
  return state.status === "nurture" ? { ...state, status: "accepted", ownerId: by, assignedAt: now } : state;
}

function attempted(state: LeadState, event: LeadEvent, { now, plan }: Context): Draft {
  const { count = 0, first = now } = state.attempts ?? {};
  const attempts = { count: count + 1, first, last: now };
  const reclaim = reclaimDueAt({ ...state, attempts }, plan);
  // What was picked is taken back at its contact limit, however often somebody tried (E3).
  const waits = phaseOf(state.status) === "contact" && reclaim !== undefined && state.picked !== true;
  return amended(state, { attempts, ...(waits && { deadlines: { ...state.deadlines, reclaim } }) }, [event]);
}

/** The first contact: the clocks of contact, escalation and taking back stop; those of the ownership start. */
function contacted(state: Owned, event: LeadEvent, { now, plan }: Context): Draft {
  return amended(
    state,
    {
      status: "contacted",
      since: now,
      wait: state.wait + 1,
      planVersion: plan.version,
      contactedAt: now,
      progressAt: now,
      deadlines: contactDeadlines(state, plan, now),
    },
    [event],
  );
}

function stepForward(
  state: Owned,
  status: "qualified" | "appointment",
  changes: Partial<Draft>,
  event: LeadEvent,
  by: string,
  context: Context,
): Draft {
  const { now } = context;
  const moved = { ...changes, status, ...(status !== state.status && { since: now }) };
  if (state.status !== "accepted") return progressed(state, moved, [event], context);
  const implied = eventBy(by, now, { type: "lead.contacted", agentId: state.ownerId, outcome: "reached" });
  const reached = { ...state, ...contacted(state, implied, context) };
  return { ...progressed(reached, moved, [implied, event], context), wait: state.wait + 1 };
}

/**
 * Progress restarts the idle clock. When the end of the ownership comes nearer (an appointment moved forward or done)
 * the running timer would fire too late: the wait changes, so that the execution is given new time-outs.
 */
function progressed(state: LeadState, changes: Partial<Draft>, events: Draft["events"], { now, plan }: Context): Draft {
  const lead = { ...state, ...changes };
  const { idle, ownership } = contactDeadlines(lead, plan, now);
  const nearer = (ownership ?? 0) < (state.deadlines.ownership ?? 0);
  return amended(
    state,
    {
      ...changes,
      progressAt: now,
      planVersion: plan.version,
      deadlines: { idle: idle ?? idleEnd(lead, plan, now), ...(ownership !== undefined && { ownership }) },
      wait: state.wait + (nearer ? 1 : 0),
    },
    events,
  );
}
