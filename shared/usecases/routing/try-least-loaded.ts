import { byOrder } from "../../domain/routing/pool.ts";
import type { SkipReason } from "../../schemas/decision.ts";
import { type Attempt, type AttemptContext, reserve } from "./attempt.ts";
import { capacityOf } from "./full-agents.ts";
import { lineupNow, type PoolMethod } from "./lineup-now.ts";

/** To whoever has the fewest leads, offered or owned (C14); ties by the documented order. Closed leads do not count. */
export async function tryLeastLoaded(
  context: AttemptContext,
  method: Extract<PoolMethod, { readonly type: "leastLoaded" }>,
): Promise<Attempt> {
  const { ports, config, request, ruleId } = context;
  const lineup = lineupNow(config, ruleId, method, request.lead.areas, request.now);
  const asked = (request.exclude ?? []).filter((agentId) => lineup.agents.has(agentId));
  const leftOut = new Map<string, SkipReason>([...asked.map((id) => [id, "declined"] as const), ...lineup.leftOut]);
  const agents = [...lineup.agents.values()].filter((agent) => !asked.includes(agent.agentId));
  const held = agents.length === 0 ? new Map() : await ports.loads.held(agents.map((agent) => agent.agentId));
  const leadsOf = (agentId: string): readonly string[] => held.get(agentId) ?? [];
  const byLoad = agents.toSorted((a, b) => leadsOf(a.agentId).length - leadsOf(b.agentId).length || byOrder(a, b));
  const runners = byLoad.map(({ agentId }) => ({ agentId }));

  for (const agent of byLoad) {
    const leads = leadsOf(agent.agentId);
    const room = leads.length < capacityOf(agent, config.plan) || leads.includes(request.lead.leadId);
    if (room && (await reserve(context, agent))) {
      return { outcome: "agent", agentId: agent.agentId, trace: { method: method.type, runners, leftOut } };
    }
    leftOut.set(agent.agentId, "capacity");
  }
  return { outcome: "nobody", trace: { method: method.type, runners, leftOut } };
}
