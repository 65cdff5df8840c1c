import type { LeadState } from "../../../schemas/lead/lead.ts";
import type { WorkflowTimeouts } from "../../../schemas/lead/workflow.ts";
import { day } from "../../time/durations.ts";
import { earliest } from "../../time/earliest.ts";
import { poolDueAt } from "../phase.ts";

/**
 * How long the lead's execution waits at most in each of its states from `now` on: whole seconds, rounded up (a timer
 * may fire late, never early), at least 1. All of it follows from the deadlines on the lead, which were set by the plan
 * of their time. A phase that the lead is not in gets a day: whoever ends a wait brings new time-outs, so it is only ever
 * a bound, and a task that fires too early finds nothing due.
 */
export function workflowTimeouts(state: LeadState, now: number): WorkflowTimeouts {
  const { deadlines, offer, assignedAt = now } = state;
  const contact = earliest(deadlines.leader, deadlines.backup, deadlines.reclaim);
  const afterTold = earliest(deadlines.backup, deadlines.reclaim);
  const told = Math.max(deadlines.leader ?? now, now);
  // An owner without contact may be held too: until the lead is taken back.
  const held = deadlines.idle ?? (state.status === "accepted" ? deadlines.reclaim : undefined);
  const ends = deadlines.ownership ?? held;
  const ownership = ends === undefined ? day / 1000 : seconds(ends - now);
  const idle = Math.min(held === undefined ? day / 1000 : seconds(held - now), ownership);
  const answered = offer?.expiresAt ?? poolDueAt(state);
  return {
    // Or claimed.
    accept: answered === undefined ? day / 1000 : seconds(answered - now),
    contact: contact === undefined ? day / 1000 : seconds(contact - now),
    escalate: afterTold === undefined ? day / 1000 : seconds(afterTold - told),
    // For a backup, who starts anew; attempts that have moved this owner's limit do not count.
    reclaim:
      deadlines.reclaim === undefined || state.attempts !== undefined
        ? day / 1000
        : seconds(deadlines.reclaim - assignedAt),
    // A heartbeat must be shorter than its time-out: whichever comes first is the heartbeat.
    ownership: Math.max(ownership, idle + 1),
    idle,
  };
}

function seconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}
