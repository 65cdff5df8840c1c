import type { LeadState, LeadStatus } from "../../../schemas/lead/lead.ts";
import { day } from "../../time/durations.ts";
import { type CommandOf, type Context, changed, type Decided, refused, unchanged, wrongState } from "../command.ts";
import { pickDeadlines, prolongedDeadlines } from "../deadlines.ts";
import { amended, eventBy } from "../draft.ts";
import { holderOf } from "../holder.ts";
import { isFinal, phaseOf } from "../phase.ts";
import { place } from "../place.ts";
import { heldUntil, holdNow, overBy } from "./hold-commands.ts";

/**
 * D7: a leader gives the lead to somebody, whatever it waits for; the history names the reason and what was overridden. To
 * whoever works on it already: it stays there longer (D3).
 */
export function assign(state: LeadState, command: CommandOf<"assign">, context: Context): Decided {
  const { by, agentId, reason, overridden } = command;
  if (isFinal(state.status)) return wrongState(state);
  if (phaseOf(state.status) !== "acceptance" && holderOf(state) === agentId) return prolong(state, command, context);
  const from = holderOf(state);
  const { lead, event } = place(state, { to: "owner", agentId, reason }, context, { actor: `agent:${by}`, from });
  const override = overridden !== undefined && { outcome: `override:${overridden}` };
  return changed({ ...lead, ...untried(lead.tried, agentId), events: [{ ...event, ...override }] });
}

/**
 * D3: the days of the ownership begin anew, with the leader's reason. Before the first contact none have begun; said again
 * within a day it is the same word.
 */
function prolong(state: LeadState, { by, agentId, reason }: CommandOf<"assign">, { now, plan }: Context): Decided {
  if (phaseOf(state.status) !== "ownership") return unchanged;
  const prolonged = prolongedDeadlines(state, plan, now);
  if (prolonged.prolongedTo - (state.prolongedTo ?? 0) < day) return unchanged;
  const event = eventBy(by, now, { type: "lead.updated", agentId, outcome: "prolonged", reason });
  return changed(amended(state, prolonged, [event]));
}

/**
 * C9: an agent takes a lead from the pool; the first commit wins, and while somebody has it open only they can (E2). One that
 * is to be picked has the contact limit of the guard rails from now on (E3).
 */
export function claim(state: LeadState, { by }: CommandOf<"claim">, context: Context): Decided {
  const { now, plan } = context;
  if (state.status !== "pooled" && state.status !== "held") {
    if (holderOf(state) === by && state.status !== "offered") return unchanged;
    return state.claimedAt === undefined ? wrongState(state) : refused({ kind: "taken", status: state.status });
  }
  const hold = holdNow(state, now);
  if (hold !== undefined && hold.agentId !== by) return heldUntil(hold);
  const { lead } = place(state, { to: "owner", agentId: by }, context, { actor: `agent:${by}` });
  const toPick = state.posted?.pick === true;
  const claimed = eventBy(by, now, { type: "lead.claimed", agentId: by, ...(toPick && { method: "cherryPick" }) });
  const pick = toPick && { picked: true as const, deadlines: pickDeadlines(state.temperature, plan, now) };
  const events = [...overBy(state, by, now), claimed];
  return changed({ ...lead, ...untried(lead.tried, by), claimedAt: now, ...pick, events });
}

const handedOverFrom: ReadonlySet<LeadStatus> = new Set(["nurture", "contacted", "qualified", "appointment"]);

/** Whether a lead of this status can be handed over: worked on by an ISA, or still in nurture (C6, B3). */
export function canHandOver(state: LeadState): boolean {
  return handedOverFrom.has(state.status) || state.status === "accepted";
}

/**
 * C6: the ISA hands the lead to a field agent, by name or by the rules; the person leaves running campaigns (D6). An
 * appointment the ISA made goes with it, and the lead remembers who qualified it.
 */
export function handOver(state: LeadState, command: CommandOf<"handOver">, context: Context): Decided {
  if (!canHandOver(state)) return wrongState(state);
  const { by, next, isaId, met, reason } = command;
  const { now } = context;
  const from = holderOf(state);
  const { lead, event } = place(state, next, context, { actor: "system", from });
  const giver = from ?? isaId;
  const handed = eventBy(by, now, {
    type: "lead.handedOver",
    ...(next.to === "owner" && { agentId: next.agentId }),
    ...(giver !== undefined && { fromAgentId: giver }),
    ...(met !== undefined && { outcome: met }),
    ...(reason !== undefined && { reason }),
  });
  const stop = { type: "lead.campaignStop", at: now, actor: "system" } as const;
  const events = next.to === "owner" ? [handed, stop] : [handed, event, stop];
  return changed({ ...lead, ...(isaId !== undefined && { isaId }), handedOverAt: now, events });
}

/** A queued lead finds somebody; one that stays queued is not written again. */
export function drain(state: LeadState, { next }: CommandOf<"drain">, context: Context): Decided {
  if (state.status !== "queued") return wrongState(state);
  if (next.to === "queue") return unchanged;
  const { lead, event } = place(state, next, context, { actor: "system" });
  return changed({ ...lead, events: [event] });
}

/** Who is given the lead in spite of an earlier refusal may be asked again some day. */
function untried(tried: LeadState["tried"], agentId: string): { readonly tried: string[] } | Record<string, never> {
  return tried === undefined ? {} : { tried: tried.filter((each) => each !== agentId) };
}
