import type { LeadState } from "../../schemas/lead/lead.ts";
import { earliest } from "../time/earliest.ts";
import { reclaimReason } from "./commands/timer-commands.ts";
import { phaseOf, poolDueAt } from "./phase.ts";

/** What the lead's own deadlines ask for. */
export type DueStep =
  | "expireOffer"
  | "escalate"
  | "giveToBackup"
  | "reclaim"
  | "expireHold"
  | "expireClaim"
  | "recycle";

/**
 * What is to be done with the lead now, whichever timer fired: the step that goes furthest, so that a timer that comes
 * late does not walk through the ones before (D1–D3). Undefined: nothing is due.
 */
export function dueStep(state: LeadState, now: number): DueStep | undefined {
  const { leader, backup } = state.deadlines;
  switch (phaseOf(state.status)) {
    case "acceptance":
      return state.offer !== undefined && now >= state.offer.expiresAt ? "expireOffer" : undefined;
    case "contact":
      if (reclaimReason(state, now) !== undefined) return "reclaim";
      if (backup !== undefined && now >= backup) return "giveToBackup";
      return leader !== undefined && now >= leader ? "escalate" : undefined;
    case "ownership":
      return reclaimReason(state, now) === undefined ? undefined : "reclaim";
    case "none":
      return poolStep(state, now);
  }
}

/** C9: a lead that is due to be routed again is, whether its claim window has just ended or not; an open one stays so (E2). */
function poolStep({ status, deadlines: { hold, claim, recycle } }: LeadState, now: number): DueStep | undefined {
  if (status === "held") return hold !== undefined && now >= hold ? "expireHold" : undefined;
  if (status !== "pooled") return undefined;
  if (recycle !== undefined && now >= recycle) return "recycle";
  return claim !== undefined && now >= claim ? "expireClaim" : undefined;
}

/** When the next step is due, epoch ms; undefined while nothing is timed. */
export function nextDueAt(state: LeadState): number | undefined {
  const { leader, backup, reclaim, idle, ownership } = state.deadlines;
  switch (phaseOf(state.status)) {
    case "acceptance":
      return state.share?.buyerId === undefined ? state.offer?.expiresAt : state.deadlines.accept;
    case "contact":
      return earliest(leader, backup, reclaim);
    case "ownership":
      return earliest(idle, ownership);
    case "none":
      return poolDueAt(state);
  }
}
