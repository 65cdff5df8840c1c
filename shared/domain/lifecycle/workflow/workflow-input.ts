import type { LeadState } from "../../../schemas/lead/lead.ts";
import type { WorkflowInput } from "../../../schemas/lead/workflow.ts";
import { phaseOf } from "../phase.ts";
import { workflowTimeouts } from "./workflow-timeouts.ts";

/**
 * Input of the execution that times this lead's present cycle. Every execution begins by awaiting acceptance; for a lead
 * that has an owner already that wait is stale from the start, so the handshake moves the execution on at once.
 */
export function workflowInput(state: LeadState, now: number): WorkflowInput {
  const wait = phaseOf(state.status) === "acceptance" ? state.wait : state.wait - 1;
  return { leadId: state.leadId, cycle: state.cycle, wait, timeouts: workflowTimeouts(state, now) };
}
