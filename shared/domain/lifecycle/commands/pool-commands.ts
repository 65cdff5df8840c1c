import type { LeadState } from "../../../schemas/lead/lead.ts";
import { type CommandOf, type Context, changed, type Decided, refused } from "../command.ts";
import { dueStep } from "../due.ts";
import { place } from "../place.ts";

const notDue = refused({ kind: "notDue" });

/** C9: nobody has claimed the lead in time; a backup is asked, or it lies in the pool without a window. */
export function expireClaim(state: LeadState, { next }: CommandOf<"expireClaim">, context: Context): Decided {
  if (dueStep(state, context.now) !== "expireClaim") return notDue;
  const { lead, event } = place(state, next, context, { actor: "timer" });
  return changed({ ...lead, events: [event] });
}

/** C9: nobody has taken the lead for long; the rules decide about it again. */
export function recycle(state: LeadState, { next }: CommandOf<"recycle">, context: Context): Decided {
  if (dueStep(state, context.now) !== "recycle") return notDue;
  const { lead, event } = place(state, next, context, { actor: "timer", afresh: true });
  return changed({ ...lead, events: [{ ...event, reason: "recycled" }] });
}
