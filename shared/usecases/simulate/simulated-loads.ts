import type { AssignLoads, HeldLeads } from "../routing/assignment.ts";

/** Who holds which leads in a simulation: each stays open for the same time from when it was given. */
export interface SimulatedLoads {
  readonly port: AssignLoads;
  /** When the next lead is closed, epoch ms. */
  nextClosing(): number | undefined;
  /** Closes every lead whose time is over at `now`; tells who has room again. */
  closeUntil(now: number): ReadonlySet<string>;
  count(agentId: string): number;
}

interface Closing {
  readonly agentId: string;
  readonly leadId: string;
  readonly at: number;
}

/** `openFor`: how long a lead stays open, ms. Time may only go forward, so leads close in the order they were given. */
export function simulatedLoads(openFor: number, now: () => number): SimulatedLoads {
  const loads = new Map<string, Load>();
  let closings: Closing[] = [];
  let first = 0;

  function loadOf(agentId: string): Load {
    const known = loads.get(agentId);
    if (known) return known;
    const fresh = emptyLoad();
    loads.set(agentId, fresh);
    return fresh;
  }

  const port: AssignLoads = {
    reserve: async (agentId, leadId, capacity, options) => {
      const { leads } = loadOf(agentId);
      if (leads.has(leadId)) return true;
      if (leads.size >= capacity && !options?.force) return false;
      leads.add(leadId);
      closings.push({ agentId, leadId, at: now() + openFor });
      return true;
    },
    release: async (agentId, leadId) => void loads.get(agentId)?.leads.delete(leadId),
    held: async () => ({ get: (agentId) => loads.get(agentId)?.held }),
  };
  return {
    port,
    count: (agentId) => loads.get(agentId)?.leads.size ?? 0,
    nextClosing: () => closings[first]?.at,
    closeUntil(until) {
      const freed = new Set<string>();
      for (let next = closings[first]; next && next.at <= until; next = closings[first]) {
        loads.get(next.agentId)?.leads.delete(next.leadId);
        freed.add(next.agentId);
        first += 1;
      }
      if (first > 10_000) {
        closings = closings.slice(first);
        first = 0;
      }
      return freed;
    },
  };
}

interface Load {
  readonly leads: Set<string>;
  readonly held: HeldLeads;
}

function emptyLoad(): Load {
  const leads = new Set<string>();
  const held: HeldLeads = {
    get length() {
      return leads.size;
    },
    includes: (leadId) => leads.has(leadId),
  };
  return { leads, held };
}
