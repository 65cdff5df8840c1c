import { DateTime, Duration } from "luxon";
import type { Agent } from "../../schemas/agent.ts";
import type { Plan } from "../../schemas/plan/plan.ts";

/** One equal share in the rotation's whole weights: ten-thousandths. */
export const EQUAL_SHARE = 10_000;

type RampPlan = Pick<Plan, "ramp" | "timezone">;

/**
 * A new agent's part of a full turn (C3), 0–1: that of the first step whose end has not come. Days are counted from
 * the first one at midnight in the plan's zone. 1 after the last step and for agents without `startedOn`.
 */
export function rampShare(agent: Agent, plan: RampPlan, now: number): number {
  return rampSteps(agent, plan).find((step) => now < step.until)?.share ?? 1;
}

/** When the agent's share changes next, epoch ms; undefined when it will not. */
export function nextRampChange(agent: Agent, plan: RampPlan, now: number): number | undefined {
  return rampSteps(agent, plan).find((step) => now < step.until)?.until;
}

/** When the agent's ramp is over, epoch ms; undefined without `startedOn` or a ramp. */
export function lastRampStep(agent: Agent, plan: RampPlan): number | undefined {
  return rampSteps(agent, plan).at(-1)?.until;
}

interface Step {
  readonly until: number;
  readonly share: number;
}

/** Steps by first day, for each plan's ramp: calendar arithmetic takes long, and teams begin together. */
const known = new WeakMap<Plan["ramp"], Map<string, readonly Step[]>>();

function rampSteps({ startedOn }: Agent, plan: RampPlan): readonly Step[] {
  if (startedOn === undefined) return [];
  const ofPlan = known.get(plan.ramp) ?? new Map<string, readonly Step[]>();
  known.set(plan.ramp, ofPlan);
  const key = `${startedOn} ${plan.timezone}`;
  const steps = ofPlan.get(key) ?? stepsFrom(startedOn, plan);
  ofPlan.set(key, steps);
  return steps;
}

function stepsFrom(startedOn: string, { ramp, timezone }: RampPlan): readonly Step[] {
  const start = DateTime.fromISO(startedOn, { zone: timezone });
  return ramp
    .map(({ until, share }) => ({ until: start.plus(Duration.fromISO(until)).toMillis(), share }))
    .toSorted((a, b) => a.until - b.until);
}

/**
 * The agent's weight in a rotation, whole ten-thousandths of an equal share: round robin counts the ramp alone (C1, C3),
 * weighted also the agent's own weight (C2). Never 0: whoever is in the pool gets a turn some day.
 */
export function rotationWeight(agent: Agent, method: "roundRobin" | "weighted", plan: RampPlan, now: number): number {
  const own = method === "weighted" ? agent.weight : 1;
  return Math.max(1, Math.round(own * rampShare(agent, plan, now) * EQUAL_SHARE));
}
