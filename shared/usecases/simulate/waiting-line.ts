import { type Heap, heap } from "../../domain/rotation/heap.ts";
import type { LeadToRoute } from "../../domain/routing/lead-to-route.ts";

/** The agents whose place or presence a lead waits for; none when it waits for something else, such as the morning. */
export type WaitsFor = ReadonlySet<string>;

/** Leads that nobody could take (C13). */
export interface WaitingLine {
  readonly length: number;
  add(lead: LeadToRoute, waitsFor: WaitsFor): void;
  /** Offers the leads that wait for one of these agents in order of arrival, as long as one of them `hasRoom`. */
  drainTo(agentIds: Iterable<string>, hasRoom: (agentId: string) => boolean, tryPlace: TryPlace): Promise<void>;
  /** Offers the leads that wait for no agent. */
  drainOthers(tryPlace: TryPlace): Promise<void>;
}

/** Places the lead, or tells what it waits for now. */
export type TryPlace = (lead: LeadToRoute) => Promise<"placed" | WaitsFor>;

/** After so many whom nobody could take, the rest waits for the next chance. */
const mostHopeless = 50;

interface Waiting {
  readonly number: number;
  readonly lead: LeadToRoute;
}

/**
 * The queue of a simulation. The product tries everybody who waits whenever somebody is free; here it is known who each
 * lead waits for, so only those are tried who can gain: a whole year of overload is replayed in seconds.
 */
export function waitingLine(): WaitingLine {
  const byAgent = new Map<string, Heap<Waiting>>();
  let others: Waiting[] = [];
  const waiting = new Set<number>();
  let arrived = 0;

  function put(place: Waiting, waitsFor: WaitsFor): void {
    if (waitsFor.size === 0) others.push(place);
    for (const agentId of waitsFor) {
      const line = byAgent.get(agentId) ?? heap<Waiting>((a, b) => a.number < b.number);
      byAgent.set(agentId, line);
      line.push(place);
    }
  }

  /** The first in this agent's line who still waits. */
  function firstOf(agentId: string): Waiting | undefined {
    const line = byAgent.get(agentId);
    while (line) {
      const first = line.top();
      if (first === undefined || waiting.has(first.number)) return first;
      line.pop();
    }
    return undefined;
  }

  return {
    get length() {
      return waiting.size;
    },
    add(lead, waitsFor) {
      const place = { number: arrived++, lead };
      waiting.add(place.number);
      put(place, waitsFor);
    },
    async drainTo(agentIds, hasRoom, tryPlace) {
      const free = new Set(agentIds);
      const hopeless: (readonly [Waiting, WaitsFor])[] = [];
      while (hopeless.length < mostHopeless) {
        let next: Waiting | undefined;
        for (const agentId of free) {
          const first = hasRoom(agentId) ? firstOf(agentId) : undefined;
          if (first === undefined) free.delete(agentId);
          else if (next === undefined || first.number < next.number) next = first;
        }
        if (next === undefined) break;
        waiting.delete(next.number);
        const placed = await tryPlace(next.lead);
        if (placed !== "placed") hopeless.push([next, placed]);
      }
      for (const [place, waitsFor] of hopeless) {
        waiting.add(place.number);
        put(place, waitsFor);
      }
    },
    async drainOthers(tryPlace) {
      const tried = others.splice(0, mostHopeless);
      for (const place of tried) {
        waiting.delete(place.number);
        const placed = await tryPlace(place.lead);
        if (placed === "placed") continue;
        waiting.add(place.number);
        put(place, placed);
      }
      others = others.toSorted((a, b) => a.number - b.number);
    },
  };
}
