import type { LeadState } from "../../schemas/lead.ts";
import { phaseOf } from "./phase.ts";

/** Whether exactly one execution, that of the present cycle, must time this lead: while it is offered or owned (I4). */
export function executionNeeded(state: Pick<LeadState, "status">): boolean {
  return phaseOf(state.status) !== "none";
}
