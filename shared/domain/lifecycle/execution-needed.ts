import type { LeadState } from "../../schemas/lead.ts";
import { phaseOf } from "./phase.ts";

/**
 * Whether exactly one execution, that of the present cycle, must time this lead: while it is offered or owned (I4). A lead
 * that was shared has none, since its shares have their own; a buyer's share has one while it is being delivered (C11).
 */
export function executionNeeded({ status, shares, share }: Pick<LeadState, "status" | "shares" | "share">): boolean {
  if (shares !== undefined) return false;
  if (share?.buyerId !== undefined) return status === "offered";
  return phaseOf(status) !== "none";
}
