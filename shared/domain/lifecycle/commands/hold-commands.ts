import type { LeadEvent } from "../../../schemas/lead/event.ts";
import type { LeadState } from "../../../schemas/lead/lead.ts";
import {
  type CommandOf,
  type Context,
  changed,
  type Decided,
  type Draft,
  refused,
  unchanged,
  wrongState,
} from "../command.ts";
import { eventBy, timerEvent } from "../draft.ts";
import { dueStep } from "../due.ts";
import { executionNeeded } from "../workflow/execution-needed.ts";

/** Who looks at a lead's details, and until when (epoch ms). */
export interface Hold {
  readonly agentId: string;
  readonly until: number;
}

/** Who has the lead open, over or not; undefined when nobody does. */
export function holdOf({
  status,
  held,
  deadlines,
}: Pick<LeadState, "status" | "held" | "deadlines">): Hold | undefined {
  if (status !== "held" || held === undefined || deadlines.hold === undefined) return undefined;
  return { agentId: held.agentId, until: deadlines.hold };
}

/** Who has it open at `now`: for everybody else it is not to be had before the end. */
export function holdNow(state: Parameters<typeof holdOf>[0], now: number): Hold | undefined {
  const hold = holdOf(state);
  return hold !== undefined && now < hold.until ? hold : undefined;
}

/** Somebody else has it open. */
export function heldUntil({ until }: Hold): Decided {
  return refused({ kind: "guardRail", obstacle: { reason: "held", until } });
}

/**
 * E2: the agent has the details of a lead that is to be picked open, and nobody else can claim it meanwhile. Whoever comes
 * after the end of somebody's window finds it over, whether its timer has fired or not. Opening again prolongs nothing.
 */
export function open(state: LeadState, { by, details }: CommandOf<"open">, { now }: Context): Decided {
  const hold = holdNow(state, now);
  if (hold !== undefined) return hold.agentId === by ? unchanged : heldUntil(hold);
  if (state.status !== "pooled" && state.status !== "held") {
    return state.claimedAt === undefined ? wrongState(state) : refused({ kind: "taken", status: state.status });
  }
  if (state.posted?.pick !== true) return refused({ kind: "notToPick" });
  const { version, commitId, ...lead } = state;
  return changed({
    ...lead,
    status: "held",
    held: { agentId: by, at: now },
    wait: state.wait + 1,
    deadlines: { ...state.deadlines, hold: now + details },
    events: [...overBy(state, by, now), eventBy(by, now, { type: "lead.opened", agentId: by })],
  });
}

/** E2: one lead at a time: who opens another gives this one back. */
export function giveBack(state: LeadState, { by }: CommandOf<"giveBack">, { now }: Context): Decided {
  if (holdOf(state)?.agentId !== by) return unchanged;
  return changed(
    inPoolAgain(state, eventBy(by, now, { type: "lead.holdExpired", agentId: by, reason: "openedAnother" })),
  );
}

/** E2: the window is over; the lead is in the pool again, where it was. */
export function expireHold(state: LeadState, _command: CommandOf<"expireHold">, { now }: Context): Decided {
  const hold = holdOf(state);
  if (hold === undefined || dueStep(state, now) !== "expireHold") return refused({ kind: "notDue" });
  return changed(inPoolAgain(state, timerEvent(now, { type: "lead.holdExpired", agentId: hold.agentId })));
}

/** That somebody's window is over, in the commit of whoever comes first after its end. */
export function overBy(state: LeadState, by: string, now: number): readonly LeadEvent[] {
  const hold = holdOf(state);
  if (hold === undefined || now < hold.until) return [];
  return [eventBy(by, now, { type: "lead.holdExpired", agentId: hold.agentId })];
}

/** With the deadlines it had; without any its execution ends, and the next to open it begins another. */
function inPoolAgain(state: LeadState, event: LeadEvent): Draft {
  const { version, commitId, held, ...lead } = state;
  const { hold, ...deadlines } = state.deadlines;
  const pooled = { ...lead, status: "pooled", deadlines } as const;
  const cycle = executionNeeded(pooled) ? state.cycle : state.cycle + 1;
  return { ...pooled, cycle, wait: state.wait + 1, events: [event] };
}
