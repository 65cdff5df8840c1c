import { nextDueAt } from "../../../../shared/domain/lifecycle/due.ts";
import { type LeadState, leadStatus } from "../../../../shared/schemas/lead/lead.ts";
import type { Expectations, Seen } from "./invariants.ts";

const minute = 60_000;
/** Time-outs are whole seconds, each rounded up. */
const late = minute;
/** After a crash the sweeps mend what is overdue: at once without an execution, later with one that is stuck. */
const mended = 90 * minute;

/** Every lead is somewhere: with exactly one holder, where anybody can take it, or closed; and what was due has happened. */
export function nowhereStuck({ world, states }: Seen, { crashes }: Expectations): readonly string[] {
  const patience = crashes === true ? mended : late;
  return states.flatMap((state) => [
    ...oneStatus(state),
    ...oneHolder(state),
    ...nothingOverdue(state, world.now() - patience),
  ]);
}

function oneStatus(state: LeadState): readonly string[] {
  const known = leadStatus.safeParse(state.status).success;
  const held = state.held !== undefined && state.deadlines.hold !== undefined;
  return [
    ...(known ? [] : [`I1 ${state.leadId} is ${state.status}`]),
    ...(held === (state.status === "held")
      ? []
      : [`I1 ${state.leadId} is ${state.status}, held by ${state.held?.agentId}`]),
  ];
}

function oneHolder(state: LeadState): readonly string[] {
  const { leadId, status, offer, ownerId, shares, share } = state;
  const holders = [offer?.agentId, ownerId, share?.buyerId, shares && "its shares"].filter(
    (each) => each !== undefined,
  );
  const should = holdersOf(status);
  return should === undefined || holders.length === should
    ? []
    : [`I1 ${leadId} is ${status} and with ${holders.length === 0 ? "nobody" : holders.join(" and ")}`];
}

/** How many may have a lead of this status; undefined for closed ones, which remember who had them. */
function holdersOf(status: LeadState["status"]): number | undefined {
  switch (status) {
    case "offered":
    case "accepted":
    case "contacted":
    case "qualified":
    case "appointment":
      return 1;
    case "nurture":
    case "queued":
    case "pooled":
    case "held":
      return 0;
    default:
      return undefined;
  }
}

/** Of a shared lead its shares are timed. */
function nothingOverdue(state: LeadState, since: number): readonly string[] {
  const due = state.shares === undefined ? nextDueAt(state) : undefined;
  if (due === undefined || due >= since) return [];
  const hours = Math.round((since - due) / (60 * minute));
  return [`I4 ${state.leadId} is ${state.status}, and what was due ${hours} h ago has not happened`];
}
