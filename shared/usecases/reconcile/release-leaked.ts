import { holderOf } from "../../domain/lifecycle/holder.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { ReconcilePorts } from "./reconcile.ts";

/** Longer than any request lives between its reservation and its commit (functions are cut off after 30 s at most). Ms. */
const inFlight = 60_000;

/**
 * Places that were reserved for a commit which never came (a crash between the two). An agent for whom something was
 * reserved within the last minute is left for the next run: that commit may still be on its way. Whatever is reserved
 * while this looks keeps its place. Who holds nothing but `leads` known to be theirs is not looked at further: nearly
 * always that is everybody.
 */
export async function releaseLeaked(
  ports: ReconcilePorts,
  agentIds: readonly string[],
  leads: readonly LeadState[],
): Promise<number> {
  const holders = new Map(leads.map((lead) => [lead.leadId, holderOf(lead)]));
  let released = 0;
  for (const [agentId, held] of await ports.loads.held(agentIds)) {
    if (held.every((leadId) => holders.get(leadId) === agentId)) continue;
    const { leadIds, revision, reservedAt } = await ports.loads.heldWithRevision(agentId);
    if (ports.clock.now() - reservedAt < inFlight) continue;
    for (const leadId of await notHeldBy(ports, agentId, leadIds)) {
      if (await ports.loads.releaseIfUnchanged(agentId, leadId, revision)) released += 1;
    }
  }
  return released;
}

async function notHeldBy(ports: ReconcilePorts, agentId: string, leadIds: readonly string[]) {
  const states = await ports.leads.states(leadIds, { consistent: true });
  const own = new Set(states.filter((state) => holderOf(state) === agentId).map(({ leadId }) => leadId));
  return leadIds.filter((leadId) => !own.has(leadId));
}
