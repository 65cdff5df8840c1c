import type { LoadsPort } from "../ports.ts";

/** Who holds which leads in a simulation: each stays open for the same time from when it was given. */
export interface SimulatedLoads {
  readonly port: LoadsPort;
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
  const held = new Map<string, string[]>();
  let closings: Closing[] = [];
  let first = 0;

  function release(agentId: string, leadId: string): void {
    const leads = held.get(agentId);
    const index = leads?.indexOf(leadId) ?? -1;
    if (leads && index >= 0) leads.splice(index, 1);
  }

  const port: LoadsPort = {
    reserve: async (agentId, leadId, capacity, options) => {
      const leads = held.get(agentId) ?? [];
      if (leads.includes(leadId)) return true;
      if (leads.length >= capacity && !options?.force) return false;
      leads.push(leadId);
      held.set(agentId, leads);
      closings.push({ agentId, leadId, at: now() + openFor });
      return true;
    },
    release: async (agentId, leadId) => release(agentId, leadId),
    held: async (agentIds) => {
      const found = new Map<string, readonly string[]>();
      for (const agentId of agentIds) {
        const leads = held.get(agentId);
        if (leads && leads.length > 0) found.set(agentId, leads);
      }
      return found;
    },
    heldWithRevision: async (agentId) => ({ leadIds: held.get(agentId) ?? [], revision: 0, reservedAt: 0 }),
    releaseIfUnchanged: async (agentId, leadId) => {
      release(agentId, leadId);
      return true;
    },
  };
  return {
    port,
    count: (agentId) => held.get(agentId)?.length ?? 0,
    nextClosing: () => closings[first]?.at,
    closeUntil(until) {
      const freed = new Set<string>();
      for (let next = closings[first]; next && next.at <= until; next = closings[first]) {
        release(next.agentId, next.leadId);
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
