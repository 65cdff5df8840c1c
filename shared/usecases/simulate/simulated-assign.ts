import { methodsOfPlan } from "../../domain/plan/methods-of-plan.ts";
import { type DecisionInput, decisionOf } from "../../domain/routing/decision.ts";
import type { LeftOut } from "../../domain/routing/pools/left-out.ts";
import type { Decision, SkipReason } from "../../schemas/lead/decision.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import { type assignLead, assignmentOf } from "../assign-lead.ts";
import { routeLead } from "../routing/route-lead.ts";
import type { WaitsFor } from "./waiting-line.ts";

/**
 * As intake assigns, but the trace is worked out only for the leads in `traced`: a simulation tells where leads go, and
 * why only when asked. `queued` learns whom a lead waits for that nobody could take.
 */
export function simulatedAssign(
  plan: Plan,
  traced: ReadonlySet<string>,
  queued: (leadId: string, waitsFor: WaitsFor) => void,
): typeof assignLead {
  const mixed = hasMix(plan);
  return async (ports, config, request) => {
    const routed = await routeLead(ports, config, request);
    const { leadId } = request.lead;
    if (routed.outcome === "queued") queued(leadId, waitsFor(routed.trace.leftOut));
    const inFull = traced.has(leadId) || (routed.outcome === "queued" && mixed);
    return assignmentOf(routed, inFull ? decisionOf(routed, "compact") : bareDecision(routed));
  };
}

/** A lead that waits stays with the parts of mixes it was drawn for, and only its decision tells which. */
const hasMix = (plan: Plan): boolean => methodsOfPlan(plan).some(({ method }) => method.type === "mix");

function bareDecision({ ruleId, outcome, planVersion, chosen, trace }: DecisionInput): Decision {
  return {
    ruleId,
    method: trace.method,
    ...(trace.ticket && { ticket: trace.ticket }),
    chosen: chosen === undefined ? [] : [chosen],
    considered: [],
    rules: [],
    outcome,
    planVersion,
  };
}

/** What ends by itself: a place is given back, a day with its cap is over, somebody comes to work. */
const passing: readonly SkipReason[] = ["capacity", "quota", "hours", "away"];

function waitsFor(leftOut: LeftOut): WaitsFor {
  const agents = new Set<string>();
  for (const [agentId, reason] of leftOut) if (passing.includes(reason)) agents.add(agentId);
  return agents;
}
