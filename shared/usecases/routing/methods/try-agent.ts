import { unavailableReason } from "../../../domain/eligibility/availability.ts";
import type { SkipReason } from "../../../schemas/lead/decision.ts";
import { type Attempt, type AttemptContext, reserve } from "../attempt.ts";

/** One certain agent: the named one, or whoever has this person already (C12). Nobody when there is none. */
export async function tryAgent(
  context: AttemptContext,
  method: "agent" | "owner",
  agentId: string | undefined,
): Promise<Attempt> {
  const { config, request } = context;
  if (agentId === undefined) return { outcome: "nobody", trace: { method, runners: [], leftOut: new Map() } };
  const agent = config.agents.get(agentId);
  if (!agent) return { outcome: "nobody", trace: { method, runners: [], leftOut: new Map([[agentId, "inactive"]]) } };

  const { timeOff, plan } = config;
  const skip: SkipReason | undefined = request.exclude?.includes(agent.agentId)
    ? "declined"
    : unavailableReason(agent, { now: request.now, timezone: plan.timezone, timeOff });
  if (skip === undefined && (await reserve(context, agent))) {
    return {
      outcome: "agent",
      agentId: agent.agentId,
      trace: { method, runners: [{ agentId: agent.agentId }], leftOut: new Map() },
    };
  }
  return { outcome: "nobody", trace: { method, runners: [], leftOut: new Map([[agent.agentId, skip ?? "capacity"]]) } };
}
