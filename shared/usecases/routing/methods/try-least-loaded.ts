import { leftOutBefore } from "../../../domain/routing/pools/left-out.ts";
import { byOrder } from "../../../domain/routing/pools/pool.ts";
import type { Agent } from "../../../schemas/agent.ts";
import type { SkipReason } from "../../../schemas/lead/decision.ts";
import { type HeldLeads, noLeads } from "../assignment.ts";
import type { Attempt, AttemptContext } from "../attempt.ts";
import { capacityOf } from "../full-agents.ts";
import { lineupNow, type PoolMethod } from "../lineup-now.ts";

/** An agent with the leads held when they were last read. */
interface Loaded {
  readonly agent: Agent;
  readonly leads: HeldLeads;
}

/** Others may take places between reading and reserving. After so many surprises any place below capacity will do. */
const rounds = 20;

/**
 * To whoever has the fewest leads, offered or owned (C14); ties by the documented order. Closed leads do not count. A
 * place is taken only if the agent still has no more leads than were read: otherwise of many leads at once all would
 * see the same agent as the least loaded, and all go there.
 */
export async function tryLeastLoaded(
  context: AttemptContext,
  method: Extract<PoolMethod, { readonly type: "leastLoaded" }>,
): Promise<Attempt> {
  const { config, request, ruleId } = context;
  const lineup = lineupNow(config, ruleId, method, request.lead, request.now);
  const asked = (request.exclude ?? []).filter((agentId) => lineup.agents.has(agentId));
  const declined = new Map<string, SkipReason>(asked.map((id) => [id, "declined"]));
  const agents = [...lineup.agents.values()].filter((agent) => !declined.has(agent.agentId));

  for (let round = 1; round <= rounds; round++) {
    const byLoad = await readLoads(context, agents);
    const open = byLoad.filter((each) => hasRoom(each, context));
    const full = byLoad.filter((each) => !hasRoom(each, context));
    const own = new Map([...full.map(({ agent }) => [agent.agentId, "capacity"] as const), ...declined]);
    const trace = {
      method: method.type,
      runners: open.map(({ agent: { agentId } }) => ({ agentId })),
      leftOut: leftOutBefore(own, lineup.leftOut),
    };
    if (open.length === 0) return { outcome: "nobody", trace };
    const agentId = await takeLeast(context, open, round === rounds);
    if (agentId !== undefined) return { outcome: "agent", agentId, trace };
  }
  return {
    outcome: "nobody",
    trace: { method: method.type, runners: [], leftOut: leftOutBefore(declined, lineup.leftOut) },
  };
}

async function readLoads({ ports }: AttemptContext, agents: readonly Agent[]): Promise<readonly Loaded[]> {
  if (agents.length === 0) return [];
  const held = await ports.loads.held(agents.map((agent) => agent.agentId));
  const loaded = agents.map((agent) => ({ agent, leads: held.get(agent.agentId) ?? noLeads }));
  return loaded.toSorted((a, b) => a.leads.length - b.leads.length || byOrder(a.agent, b.agent));
}

function hasRoom({ agent, leads }: Loaded, { config, request }: AttemptContext): boolean {
  return leads.length < capacityOf(agent, config.plan) || leads.includes(request.lead.leadId);
}

/** Reserves with the first of those tied for the fewest; all of them taken meanwhile: undefined, read again. */
async function takeLeast({ ports, config, request }: AttemptContext, open: readonly Loaded[], anyPlace: boolean) {
  const fewest = open[0]?.leads.length;
  const tied = anyPlace ? open : open.filter(({ leads }) => leads.length === fewest);
  for (const { agent, leads } of tied) {
    const most = anyPlace ? capacityOf(agent, config.plan) : leads.length + 1;
    if (await ports.loads.reserve(agent.agentId, request.lead.leadId, most)) return agent.agentId;
  }
  return undefined;
}
