import type { Agent, TimeOff } from "../../schemas/agent.ts";
import type { Obstacle } from "./obstacle.ts";

/**
 * Who is paused, away or no longer active takes no lead from the pool either (D4). Working hours do not count here: whoever
 * works outside of them and takes a lead is welcome to it.
 */
export function absenceOf(agent: Agent, timeOff: readonly TimeOff[], now: number): Obstacle | undefined {
  if (agent.status !== "active") return { reason: agent.status };
  const ends = timeOff
    .filter(({ agentId, from, to }) => agentId === agent.agentId && from <= now && now < to)
    .map(({ to }) => to);
  return ends.length === 0 ? undefined : { reason: "away", until: Math.max(...ends) };
}

/**
 * What keeps this agent from taking any lead, whatever lead it is: not there (D4), or no room (C1). `held`: leads the agent
 * has; `limit`: most of them at once; `now`: epoch ms.
 */
export function ownObstacle(
  agent: Agent,
  {
    timeOff,
    limit,
    held,
    now,
  }: { readonly timeOff: readonly TimeOff[]; readonly limit: number; readonly held: number; readonly now: number },
): Obstacle | undefined {
  return absenceOf(agent, timeOff, now) ?? (held < limit ? undefined : { reason: "capacity", limit });
}
