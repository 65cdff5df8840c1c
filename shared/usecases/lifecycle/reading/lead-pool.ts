import { mayAct } from "../../../domain/lifecycle/access.ts";
import { type LeadView, leadView, type Viewer } from "../../lead-view.ts";
import type { Page, Ports } from "../../ports.ts";
import { capacityOf } from "../../routing/full-agents.ts";

export interface PoolPage extends Page<LeadView> {
  /** How many leads the agent may still take. */
  readonly quotas: { readonly open: number; readonly capacity: number; readonly remaining: number };
}

/** C9: the leads that lie in the pool, longest waiting first, without the person's contact data. */
export async function leadPool(
  ports: Pick<Ports, "leads" | "loads">,
  viewer: Viewer,
  options: { readonly limit: number; readonly cursor?: string },
): Promise<PoolPage> {
  const { caller, config } = viewer;
  const page = await ports.leads.listByStatus("pooled", options);
  const states = (await ports.leads.states(page.items)).filter(
    (state) => state.status === "pooled" && mayAct(caller, "claim", state, config) === "yes",
  );
  const items = await Promise.all(
    states.map(async (state) => {
      const body = await ports.leads.body(state.leadId);
      return body && { ...leadView(state, body, viewer), claimableAt: new Date(state.since).toISOString() };
    }),
  );
  const agent = config.agents.get(caller.agentId);
  const open = (await ports.loads.held([caller.agentId])).get(caller.agentId)?.length ?? 0;
  const capacity = agent && config.plan ? capacityOf(agent, config.plan) : 0;
  return {
    items: items.filter((item) => item !== undefined),
    quotas: { open, capacity, remaining: Math.max(0, capacity - open) },
    ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
  };
}
