import type { LeadState } from "../../../schemas/lead/lead.ts";
import { progressiveReason } from "../../progressive/progressive-rules.ts";
import { type CommandOf, type Context, changed, type Decided, unchanged } from "../command.ts";
import { amended } from "../draft.ts";
import { phaseOf } from "../phase.ts";
import { place } from "../place.ts";

/** Outcome of an update that tells a specialist and the owner. */
export const specialistTold = "specialistTold";

/** Whether a progressive rule may still do something about this lead: somebody owns it, and it has not yet (C16). */
export function mayBringIn(state: LeadState, ruleId: string): boolean {
  const phase = phaseOf(state.status);
  const owned = state.ownerId !== undefined && (phase === "contact" || phase === "ownership");
  return owned && state.share === undefined && state.specialists?.includes(ruleId) !== true;
}

/**
 * C16: a specialist gets the lead, or is told about it, because of what the person did; once for each rule. What does not
 * apply any more changes nothing.
 */
export function bringIn(state: LeadState, command: CommandOf<"bringIn">, context: Context): Decided {
  const { ruleId, agentId, does, routed } = command;
  const { ownerId: from } = state;
  if (!mayBringIn(state, ruleId) || agentId === from) return unchanged;
  const specialists = [...(state.specialists ?? []), ruleId];
  const reason = progressiveReason(ruleId);
  if (does === "reassign") {
    const placement = { to: "owner", agentId, reason, routed } as const;
    const { lead, event } = place(state, placement, context, { actor: "system", from });
    return changed({ ...lead, specialists, events: [event] });
  }
  const outcome = specialistTold;
  const told = { type: "lead.updated", at: context.now, actor: "system", agentId, reason, outcome, ...routed } as const;
  return changed(amended(state, { specialists }, [told]));
}
