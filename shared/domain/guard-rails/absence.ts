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
