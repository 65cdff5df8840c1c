import type { Agent, TimeOff } from "../../../schemas/agent.ts";
import type { SkipReason } from "../../../schemas/lead/decision.ts";
import type { Plan } from "../../../schemas/plan/plan.ts";
import { unavailableReason } from "../../eligibility/availability.ts";
import { nextChangeAt } from "../../eligibility/next-change.ts";

/** Who of a pool's members is there, apart from capacity: that changes with every lead, this only now and then. */
export interface Presence {
  readonly present: readonly Agent[];
  readonly absent: ReadonlyMap<string, SkipReason>;
  /** Epoch ms until which this holds unless the configuration changes. */
  readonly validUntil: number;
}

/** The members' presence at `now` (epoch ms); order is kept. */
export function presenceOf(
  members: readonly Agent[],
  timeOff: readonly TimeOff[],
  plan: Pick<Plan, "ramp" | "timezone">,
  now: number,
): Presence {
  const absences = Map.groupBy(timeOff, (off) => off.agentId);
  const absent = new Map<string, SkipReason>();
  for (const agent of members) {
    const own = absences.get(agent.agentId) ?? [];
    const reason = unavailableReason(agent, { now, timezone: plan.timezone, timeOff: own });
    if (reason) absent.set(agent.agentId, reason);
  }
  return {
    present: members.filter((agent) => !absent.has(agent.agentId)),
    absent,
    validUntil: nextChangeAt(members, timeOff, plan, now),
  };
}
