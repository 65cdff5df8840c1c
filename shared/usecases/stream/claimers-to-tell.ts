import { unavailableReason } from "../../domain/eligibility/availability.ts";
import { endOf, type Obstacle } from "../../domain/guard-rails/obstacle.ts";
import { obstacleToPick } from "../../domain/guard-rails/obstacle-to-pick.ts";
import { claimGroup, tellsGroup } from "../../domain/lead-pool/claim-group.ts";
import type { Agent } from "../../schemas/agent.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import { noPicks } from "../../schemas/picks.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { Posted } from "../../schemas/plan/posted.ts";
import { lookAt } from "../picking/pick-look.ts";
import type { Ports } from "../ports/ports.ts";
import { fullAgents } from "../routing/full-agents.ts";
import type { RoutingConfig } from "../routing-config.ts";

/** Somebody to tell; `from`: since when they may take it, epoch ms, when that is later than now (E5). */
export interface Claimer {
  readonly agent: Agent;
  readonly from?: number | undefined;
}

/**
 * Who of the claim group is told that a lead lies in the pool (C9): those who could take it now. Nobody who is paused, away,
 * off work or full, nobody who was asked before, and of a lead that is to be picked nobody whom the guard rails keep from it;
 * whose tier may take it later is told from when on (E5).
 */
export async function claimersToTell(
  ports: Pick<Ports, "clock" | "loads" | "picks">,
  config: Pick<RoutingConfig, "plan" | "agents" | "timeOff">,
  state: LeadState,
  posted: Posted,
): Promise<readonly Claimer[]> {
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
  const full = new Set(await fullAgents(ports, config, ids, state.leadId));
  const able = there.filter((agent) => !full.has(agent.agentId));
  return posted.pick === true ? mayPick(ports, plan, state, able) : able.map((agent) => ({ agent }));
}

/** Windows and ratios pass, and depend on what else the agent does; the rest lasts for longer than the lead will. */
const lasting: ReadonlySet<Obstacle["reason"]> = new Set(["suspended", "quota", "missed"]);

async function mayPick(
  ports: Pick<Ports, "clock" | "picks">,
  plan: Plan,
  state: LeadState,
  agents: readonly Agent[],
): Promise<readonly Claimer[]> {
  const known = await ports.picks.picksOfAll(agents.map(({ agentId }) => agentId));
  const now = ports.clock.now();
  return agents.flatMap((agent): readonly Claimer[] => {
    const picks = known.get(agent.agentId) ?? noPicks(agent.agentId);
    const obstacle = obstacleToPick(lookAt(plan, picks, now), state, []);
    if (obstacle?.reason !== "accessDelay") {
      return obstacle !== undefined && lasting.has(obstacle.reason) ? [] : [{ agent }];
    }
    // To some tiers leads are only assigned.
    return endOf(obstacle) === Number.POSITIVE_INFINITY ? [] : [{ agent, from: endOf(obstacle) }];
  });
}
