import type { Agent, TimeOff } from "../../schemas/agent.ts";
import type { SkipReason } from "../../schemas/lead/decision.ts";
import { hoursAt } from "./working-hours.ts";

export interface AvailabilityContext {
  /** Epoch ms. */
  readonly now: number;
  /** The plan's time zone: that of agents who have none of their own. */
  readonly timezone: string;
  /** Anybody's absences; only the agent's own count. */
  readonly timeOff: readonly TimeOff[];
  /** Most leads at once for agents without a capacity of their own. */
  readonly planCapacity?: number | undefined;
  /** How many leads the agent has, offered or owned; left out: capacity is not looked at. */
  readonly held?: number | undefined;
}

/** Why an agent cannot take a lead now, the most lasting reason first; undefined when nothing is in the way (C1, D4). */
export function unavailableReason(agent: Agent, context: AvailabilityContext): SkipReason | undefined {
  if (agent.status !== "active") return agent.status;
  if (isAway(agent.agentId, context)) return "away";
  if (!isAtWork(agent, context)) return "hours";
  return isFull(agent, context) ? "capacity" : undefined;
}

function isAway(agentId: string, { timeOff, now }: AvailabilityContext): boolean {
  return timeOff.some((off) => off.agentId === agentId && off.from <= now && now < off.to);
}

function isAtWork(agent: Agent, { now, timezone }: AvailabilityContext): boolean {
  return agent.workingHours === undefined || hoursAt(now, openingHoursOf(agent.workingHours, agent, timezone)).open;
}

function isFull(agent: Agent, { held, planCapacity }: AvailabilityContext): boolean {
  const capacity = agent.capacity ?? planCapacity;
  return held !== undefined && capacity !== undefined && held >= capacity;
}

/** The agent's hours in the agent's own zone, or the plan's. */
export function openingHoursOf(hours: NonNullable<Agent["workingHours"]>, agent: Agent, timezone: string) {
  return { hours, zone: agent.timezone ?? timezone };
}
