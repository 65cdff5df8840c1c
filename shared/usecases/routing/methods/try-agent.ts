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
  const known = method === "owner" ? { method, knownThrough: request.knownThrough } : { method };
  if (agentId === undefined) return { outcome: "nobody", trace: { ...known, runners: [], leftOut: new Map() } };
  const agent = config.agents.get(agentId);
  if (!agent) return { outcome: "nobody", trace: { ...known, runners: [], leftOut: new Map([[agentId, "inactive"]]) } };

  const { timeOff, plan } = config;
  const skip: SkipReason | undefined = request.exclude?.includes(agent.agentId)
    ? "declined"
    : unavailableReason(agent, { now: request.now, timezone: plan.timezone, timeOff });
  if (skip === undefined && (await reserve(context, agent))) {
    return {
      outcome: "agent",
      agentId: agent.agentId,
      trace: { ...known, runners: [{ agentId: agent.agentId }], leftOut: new Map() },
    };
  }
  return {
    outcome: "nobody",
    trace: { ...known, runners: [], leftOut: new Map([[agent.agentId, skip ?? "capacity"]]) },
  };
}
