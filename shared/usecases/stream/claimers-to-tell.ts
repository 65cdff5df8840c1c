import { unavailableReason } from "../../domain/eligibility/availability.ts";
import { claimGroup, tellsGroup } from "../../domain/lead-pool/claim-group.ts";
import type { Agent } from "../../schemas/agent.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { Posted } from "../../schemas/plan/posted.ts";
import type { Ports } from "../ports.ts";
import { fullAgents } from "../routing/full-agents.ts";
import type { RoutingConfig } from "../routing-config.ts";

/**
 * Who of the claim group is told that a lead lies in the pool (C9): those who could take it now. Nobody who is paused, away,
 * off work or full, and nobody who was asked before.
 */
export async function claimersToTell(
  ports: Pick<Ports, "clock" | "loads">,
  config: Pick<RoutingConfig, "plan" | "agents" | "timeOff">,
  state: LeadState,
  posted: Posted,
): Promise<readonly Agent[]> {
  const { plan, agents, timeOff } = config;
  if (state.status !== "pooled" || !tellsGroup(posted, plan, state.temperature)) return [];
  const group = claimGroup(posted, plan, agents) ?? [...agents.values()].filter(({ role }) => role === "agent");
  const now = ports.clock.now();
  const there = group.filter(
    (agent) =>
      state.tried?.includes(agent.agentId) !== true &&
      unavailableReason(agent, { now, timezone: plan.timezone, timeOff }) === undefined,
  );
  const ids = there.map(({ agentId }) => agentId);
  const full = await fullAgents(ports, config, ids, state.leadId);
  return there.filter((agent) => !full.has(agent.agentId));
}
