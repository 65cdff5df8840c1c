import type { LoadsPort } from "../../../shared/usecases/ports/ports.ts";

interface Load {
  readonly held: Set<string>;
  revision: number;
  reservedAt: number;
}

export function createMemoryLoads(now: () => number): LoadsPort {
  const loads = new Map<string, Load>();
  function load(agentId: string): Load {
    const standing = loads.get(agentId) ?? { held: new Set<string>(), revision: 0, reservedAt: 0 };
    loads.set(agentId, standing);
    return standing;
  }
  return {
    reserve: async (agentId, leadId, capacity, options) => {
      const agent = load(agentId);
      if (!options?.force && !agent.held.has(leadId) && agent.held.size >= capacity) return false;
      agent.held.add(leadId);
      agent.revision++;
      agent.reservedAt = now();
      return true;
    },
    release: async (agentId, leadId) => void load(agentId).held.delete(leadId),
    held: async (agentIds) =>
      new Map(
        agentIds.flatMap((agentId) => {
          const leadIds = [...load(agentId).held].sort();
          return leadIds.length > 0 ? [[agentId, leadIds] as const] : [];
        }),
      ),
    heldWithRevision: async (agentId) => ({
      leadIds: [...load(agentId).held].sort(),
      revision: load(agentId).revision,
      reservedAt: load(agentId).reservedAt,
    }),
    releaseIfUnchanged: async (agentId, leadId, revision) => {
      const agent = load(agentId);
      if (agent.revision !== revision) return false;
      agent.held.delete(leadId);
      return true;
    },
  };
}
