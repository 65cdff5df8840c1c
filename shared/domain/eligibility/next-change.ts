import type { Agent, TimeOff } from "../../schemas/agent.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import { day } from "../time/durations.ts";
import { openingHoursOf } from "./availability.ts";
import { nextRampChange } from "./ramp.ts";
import { hoursAt } from "./working-hours.ts";

/**
 * The next instant (epoch ms) at which anybody's availability or ramp changes by itself: hours, time off, a ramp's
 * step. At most a day ahead, which bounds how long a roster is trusted. A changed configuration is not foreseen here.
 */
export function nextChangeAt(
  agents: Iterable<Agent>,
  timeOff: readonly TimeOff[],
  plan: Pick<Plan, "ramp" | "timezone">,
  now: number,
): number {
  const members = [...agents];
  const ids = new Set(members.map((agent) => agent.agentId));
  const absences = timeOff.filter((off) => ids.has(off.agentId)).flatMap((off) => [off.from, off.to]);
  const horizon = earliest(now, now + day, absences);
  return members.reduce((until, agent) => {
    const { workingHours } = agent;
    const hours = workingHours && hoursAt(now, openingHoursOf(workingHours, agent, plan.timezone)).changesAt;
    return earliest(now, until, [hours, nextRampChange(agent, plan, now)]);
  }, horizon);
}

function earliest(after: number, bound: number, instants: readonly (number | undefined)[]): number {
  return instants.reduce<number>((min, at) => (at !== undefined && at > after && at < min ? at : min), bound);
}
