import { DateTime, Duration } from "luxon";
import type { Agent } from "../../schemas/agent.ts";
import type { AgentFigures } from "../../schemas/figures.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import { standardTiers, type TiersPolicy } from "../../schemas/plan/tiers-policy.ts";
import type { TierName } from "../../schemas/tier.ts";
import { lastRampStep } from "../eligibility/ramp.ts";

/** Where an agent stands: in a tier, or still outside of them (C3). */
export type TierPlace = TierName | "newcomer";

/** The plan's tiers, or the standard ones. */
export function policyOf({ tiers = standardTiers }: Pick<Plan, "tiers">): TiersPolicy {
  return tiers;
}

/**
 * The agent's place: the tier that is set, else a newcomer's until enough leads were assigned and the ramp (or the plan's
 * probation) is over, else the last tier until a review says more.
 */
export function tierPlaceOf(
  agent: Agent,
  figures: Pick<AgentFigures, "assignedEver"> | undefined,
  plan: Pick<Plan, "ramp" | "tiers" | "timezone">,
  now: number,
): TierPlace {
  if (agent.tier !== undefined) return agent.tier;
  const { minLeads } = policyOf(plan).newcomers;
  const until = newcomerUntil(agent, plan);
  const started = until === undefined || now >= until;
  return started && (figures?.assignedEver ?? 0) >= minLeads ? "C" : "newcomer";
}

/** When the agent's first time is over, epoch ms; undefined for agents without `startedOn`. */
export function newcomerUntil(agent: Agent, plan: Pick<Plan, "ramp" | "tiers" | "timezone">): number | undefined {
  const { probation } = policyOf(plan).newcomers;
  if (probation === undefined) return lastRampStep(agent, plan);
  if (agent.startedOn === undefined) return undefined;
  return DateTime.fromISO(agent.startedOn, { zone: plan.timezone }).plus(Duration.fromISO(probation)).toMillis();
}
