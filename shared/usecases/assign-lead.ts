import { type DecisionInput, decisionOf } from "../domain/routing/decision.ts";
import { queueReason } from "../domain/routing/queue-reason.ts";
import { CLOSED } from "../domain/routing/special-rules.ts";
import type { Decision } from "../schemas/lead/decision.ts";
import type { Assignment, AssignPorts, AssignRequest } from "./routing/assignment.ts";
import { routeLead } from "./routing/route-lead.ts";
import type { RoutingConfig } from "./routing-config.ts";

export type { Assignment, AssignPorts, AssignRequest } from "./routing/assignment.ts";

/**
 * Finds an agent for a lead and reserves a place for it. In the usual case two
 * writes: one draws the ticket, one reserves. Safe at any concurrency: no ticket is drawn twice, nobody is overfilled.
 * Unlike a read of who was last, nothing here can be outdated without a write's condition noticing it.
 */
export async function assignLead(
  ports: AssignPorts,
  config: RoutingConfig,
  request: AssignRequest,
): Promise<Assignment> {
  const routed = await routeLead(ports, config, request);
  return assignmentOf(routed, decisionOf(routed, "compact"));
}

/** What routing found, with the decision as it is to be told. */
export function assignmentOf(routed: DecisionInput, decision: Decision): Assignment {
  if (routed.shares !== undefined) {
    const { given, poolRule } = routed.shares;
    return { outcome: "shared", shares: { given, poolRule }, decision };
  }
  const { posting } = routed;
  if (routed.chosen !== undefined) return { outcome: "agent", agentId: routed.chosen, posting, decision };
  if (routed.outcome === "pooled") return { outcome: "pooled", posting, decision };
  return {
    outcome: "queued",
    reason: routed.ruleId === CLOSED ? "hours" : queueReason(routed.trace.leftOut),
    decision,
  };
}
