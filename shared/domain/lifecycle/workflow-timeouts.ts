import type { LeadState, WorkflowTimeouts } from "../../schemas/lead.ts";
import type { Plan } from "../../schemas/plan.ts";
import { durationMs } from "../time/durations.ts";
import { assignmentDeadlines, offerDeadlines } from "./deadlines.ts";

/**
 * How long the lead's execution waits at most in each of its states from `now` on: whole seconds, rounded up (a timer
 * may fire late, never early), at least 1. Phases that the lead has left or not reached get what the plan gives to one
 * that enters them now, so that no placeholder fires before the lead itself moves on.
 */
export function workflowTimeouts(state: LeadState, plan: Plan, now: number): WorkflowTimeouts {
  const { deadlines } = state;
  const assigned =
    state.status === "accepted" ? deadlines : assignmentDeadlines(state.temperature, plan, now, { escalated: false });
  const firstDue = earliest(assigned.leader, assigned.backup, assigned.reclaim) ?? now;
  const told = assigned.leader ?? now;
  const afterTold = earliest(assigned.backup, assigned.reclaim) ?? now;
  const accept = state.offer?.expiresAt ?? offerDeadlines(state.temperature, plan, now).accept;
  const ownership = seconds(deadlines.ownership ?? now + durationMs(plan.reclaim.ownership[state.temperature]), now);
  // Without contact nobody is held longer than until the lead is taken back.
  const held = deadlines.idle ?? (state.status === "accepted" ? deadlines.reclaim : undefined);
  const idle = seconds(held ?? now + durationMs(plan.reclaim.notConvertedAfter), now);
  const beat = Math.min(idle, ownership);
  return {
    accept: seconds(accept, now),
    contact: seconds(firstDue, now),
    escalate: seconds(afterTold, Math.max(told, now)),
    reclaim: seconds(durationMs(plan.reclaim.noContactAfter), 0),
    // A heartbeat must be shorter than its time-out: whichever comes first is the heartbeat.
    ownership: Math.max(ownership, beat + 1),
    idle: beat,
  };
}

function seconds(until: number, from: number): number {
  return Math.max(1, Math.ceil((until - from) / 1000));
}

function earliest(...instants: readonly (number | undefined)[]): number | undefined {
  const known = instants.filter((instant) => instant !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
