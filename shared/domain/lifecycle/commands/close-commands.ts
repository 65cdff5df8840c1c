import type { LeadEvent } from "../../../schemas/lead/event.ts";
import type { LeadState, LeadStatus } from "../../../schemas/lead/lead.ts";
import type { Plan } from "../../../schemas/plan/plan.ts";
import { guardRailsOf } from "../../guard-rails/guard-rails-of.ts";
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
import { eventBy, unheld } from "../draft.ts";
import { phaseOf } from "../phase.ts";

/** D5: won, with the deal's value. Only an owner can win a lead. */
export function convert(state: LeadState, command: CommandOf<"convert">, { now }: Context): Decided {
  const { by, value } = command;
  if (state.status === "converted" && sameValue(state, command)) return unchanged;
  if (!isOwned(state)) return wrongState(state);
  const event = eventBy(by, now, {
    type: "lead.converted",
    ...(state.ownerId !== undefined && { agentId: state.ownerId }),
    ...(value !== undefined && { value: value.amount, currency: value.currency }),
  });
  return changed({ ...closed(state, "converted", now, [event]), ...(value !== undefined && { value }) });
}

/** D5, B5: lost, or no lead at all, with the reason; also for leads that nobody has, by those who may see them. */
export function giveUp(state: LeadState, command: CommandOf<"lose" | "unqualify">, { now, plan }: Context): Decided {
  const { by, reason } = command;
  const status = command.type === "lose" ? "lost" : "unqualified";
  if (state.status === status && state.reason === reason) return unchanged;
  if (!isOwned(state) && !unowned.has(state.status)) return wrongState(state);
  if (needsContactFirst(state, by, plan)) return refused({ kind: "contactFirst" });
  const event = eventBy(by, now, {
    type: command.type === "lose" ? "lead.lost" : "lead.unqualified",
    ...(state.ownerId !== undefined && { agentId: state.ownerId }),
    reason,
  });
  return changed({ ...closed(state, status, now, [event]), reason });
}

/**
 * E3: a picked lead that nobody tried to reach yet is not closed by whoever picked it: the miss would be avoided with one
 * tap. An attempt of any outcome is enough; a leader may close it at once.
 */
export function needsContactFirst(
  { status, picked, attempts, ownerId }: Pick<LeadState, "status" | "picked" | "attempts" | "ownerId">,
  by: string,
  plan: Pick<Plan, "cherryPick">,
): boolean {
  const untried = picked === true && status === "accepted" && attempts === undefined && ownerId === by;
  return untried && guardRailsOf(plan).misses !== false;
}

/** H4: the person's data is erased with BODY; what happened stays, without it. */
export function erase(state: LeadState, command: CommandOf<"erase">, { now }: Context): Decided {
  if (state.status === "erased") return unchanged;
  const { offers, tried, appointmentAt, appointmentBy, returnAsked, ...lead } = unheld(state);
  const events = [eventBy(command.by, now, { type: "lead.erased" })];
  return changed({ ...lead, status: "erased", since: now, wait: state.wait + 1, events });
}

const unowned: ReadonlySet<LeadStatus> = new Set(["nurture", "pooled", "held", "queued"]);

function isOwned(state: LeadState): boolean {
  const phase = phaseOf(state.status);
  return phase === "contact" || phase === "ownership";
}

function sameValue(state: LeadState, { value }: CommandOf<"convert">): boolean {
  return state.value?.amount === value?.amount && state.value?.currency === value?.currency;
}

/** Nothing is waited for any more; who had the lead, and when what was reached, stays for the reports. */
export function closed(state: LeadState, status: LeadStatus, now: number, events: readonly LeadEvent[]): Draft {
  const { version, commitId, offer, offers, held, returnAsked, ...lead } = state;
  return { ...lead, status, since: now, wait: state.wait + 1, deadlines: {}, events: [...events] };
}
