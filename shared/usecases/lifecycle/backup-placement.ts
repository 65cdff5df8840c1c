import { unavailableReason } from "../../domain/eligibility/availability.ts";
import { poolMethodOf, postedAgain, ruleOfPosted } from "../../domain/lead-pool/posting.ts";
import { holderOf } from "../../domain/lifecycle/holder.ts";
import type { Placement } from "../../domain/lifecycle/place.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { Posted } from "../../schemas/plan/posted.ts";
import type { Ports } from "../ports/ports.ts";
import { capacityOf } from "../routing/full-agents.ts";
import type { RoutingConfig } from "../routing-config.ts";

/**
 * Nobody claimed the lead in time (C9): the method's backups are asked one after the other, then the manager, each with
 * time to accept; who was asked already or cannot take it is passed over, and the history says so. After the last of them
 * the lead lies in the pool again, without a window.
 */
export async function backupPlacement(
  ports: Pick<Ports, "clock" | "loads">,
  config: RoutingConfig,
  state: LeadState,
  posted: Posted,
): Promise<Placement> {
  const { plan, agents, timeOff } = config;
  const now = ports.clock.now();
  const { then = [], managerId = plan.offers.managerId, type = "pool" } = poolMethodOf(posted, plan) ?? {};
  const asked = new Set([...(state.tried ?? []), holderOf(state)]);
  const passed: string[] = [];
  for (const agentId of new Set([...then, ...(managerId === undefined ? [] : [managerId])])) {
    if (asked.has(agentId)) continue;
    const agent = agents.get(agentId);
    const absent = agent ? unavailableReason(agent, { now, timezone: plan.timezone, timeOff }) : "inactive";
    if (agent && absent === undefined && (await ports.loads.reserve(agentId, state.leadId, capacityOf(agent, plan)))) {
      const routed = { ruleId: ruleOfPosted(posted), method: type };
      return { to: "offer", agentId, posted, routed, reason: why(passed) };
    }
    passed.push(`${agentId} ${absent ?? "capacity"}`);
  }
  return { to: "pool", reason: why(passed), posting: postedAgain(posted, plan, now) };
}

function why(passed: readonly string[]): string {
  return passed.length === 0 ? "unclaimed" : `unclaimed (${passed.join(", ")})`;
}
