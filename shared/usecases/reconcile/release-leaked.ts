import { holderOf } from "../../domain/lifecycle/holder.ts";
import type { ReconcilePorts } from "./reconcile.ts";

/** Longer than any request lives between its reservation and its commit (functions are cut off after 30 s at most). Ms. */
const inFlight = 31_000;

interface Suspect {
  readonly agentId: string;
  readonly leadId: string;
  readonly revision: number;
}

/**
 * Places that were reserved for a commit which never came (a crash between the two): released if the lead is still not
 * the agent's after as long as any request may take, and nothing was reserved for the agent meanwhile.
 */
export async function releaseLeaked(ports: ReconcilePorts, agentIds: readonly string[]): Promise<number> {
  const suspects: Suspect[] = [];
  for (const [agentId] of await ports.loads.held(agentIds)) {
    const { leadIds, revision } = await ports.loads.heldWithRevision(agentId);
    const strange = await notHeldBy(ports, agentId, leadIds);
    suspects.push(...strange.map((leadId) => ({ agentId, leadId, revision })));
  }
  if (suspects.length === 0) return 0;
  await ports.clock.sleep(inFlight);
  let released = 0;
  for (const { agentId, leadId, revision } of suspects) {
    const [strange] = await notHeldBy(ports, agentId, [leadId]);
    if (strange !== undefined && (await ports.loads.releaseIfUnchanged(agentId, leadId, revision))) released += 1;
  }
  return released;
}

async function notHeldBy(ports: ReconcilePorts, agentId: string, leadIds: readonly string[]) {
  const states = await ports.leads.states(leadIds, { consistent: true });
  const own = new Set(states.filter((state) => holderOf(state) === agentId).map(({ leadId }) => leadId));
  return leadIds.filter((leadId) => !own.has(leadId));
}
