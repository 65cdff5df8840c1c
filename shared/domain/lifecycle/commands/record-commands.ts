import type { LeadEvent } from "../../../schemas/lead/event.ts";
import type { LeadState, LeadStatus } from "../../../schemas/lead/lead.ts";
import { type CommandOf, type Context, changed, type Decided, wrongState } from "../command.ts";
import { amended, eventBy } from "../draft.ts";
import { isFinal } from "../phase.ts";
import { place } from "../place.ts";

const never: ReadonlySet<LeadStatus> = new Set(["duplicate", "rejected", "test", "erased"]);

/** B5: how good the lead was, by who has or had it; also after it was closed. */
export function feedback(state: LeadState, { by, rating }: CommandOf<"feedback">, { now }: Context): Decided {
  if (never.has(state.status) || state.status === "offered") return wrongState(state);
  const event = eventBy(by, now, { type: "lead.feedback", agentId: state.ownerId ?? by, value: rating });
  return changed(amended(state, {}, [event]));
}

/**
 * B3: the person showed interest again. Score and temperature follow while nobody has the lead; a nurture lead whose
 * score reaches the threshold is handed over in the same commit, and leaves running campaigns (D6).
 */
export function engage(state: LeadState, command: CommandOf<"engage">, context: Context): Decided {
  if (never.has(state.status)) return wrongState(state);
  const { now } = context;
  const { actor, engagement, scored, next } = command;
  const engaged: LeadEvent = { type: "lead.engaged", at: now, actor, outcome: engagement };
  if (isFinal(state.status)) return changed(amended(state, {}, [engaged]));
  const moved = scored.total !== state.score;
  const events: LeadEvent[] = moved
    ? [engaged, { type: "lead.scored", at: now, actor: "system", value: scored.total }]
    : [engaged];
  const temperature = unassigned.has(state.status) ? scored.temperature : state.temperature;
  const lead = { ...state, score: scored.total, temperature };
  if (state.status !== "nurture" || next === undefined) return changed(amended(lead, {}, events));
  const placed = place(lead, next, context, { actor: "system" });
  const handed: LeadEvent = { type: "lead.handedOver", at: now, actor: "system" };
  const stop: LeadEvent = { type: "lead.campaignStop", at: now, actor: "system" };
  return changed({ ...placed.lead, events: [...events, handed, placed.event, stop] });
}

const unassigned: ReadonlySet<LeadStatus> = new Set(["nurture", "pooled", "held", "queued"]);

/** Facts found later were added to BODY. */
export function update(state: LeadState, { actor }: CommandOf<"update">, { now }: Context): Decided {
  if (never.has(state.status)) return wrongState(state);
  return changed(amended(state, {}, [{ type: "lead.updated", at: now, actor }]));
}
