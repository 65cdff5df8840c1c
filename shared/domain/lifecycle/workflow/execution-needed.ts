import type { LeadState } from "../../../schemas/lead/lead.ts";
import { waitOf } from "../phase.ts";

/**
 * Whether exactly one execution, that of the present cycle, must time this lead: while it is offered or owned (I4). A lead
 * that was shared has none, since its shares have their own; a buyer's share has one while it is being delivered (C11); a
 * lead in the pool has one while it is to be claimed in time, or routed again (C9).
 */
export function executionNeeded({
  status,
  shares,
  share,
  deadlines,
}: Pick<LeadState, "status" | "shares" | "share" | "deadlines">): boolean {
  if (shares !== undefined) return false;
  if (share?.buyerId !== undefined) return status === "offered";
  return waitOf({ status, deadlines }) !== "none";
}
