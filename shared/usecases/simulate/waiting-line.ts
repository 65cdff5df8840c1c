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

/** Leads that wait for the same agents, in order of arrival. */
type Line = Heap<Waiting>;

/**
 * The queue of a simulation. The product tries everybody who waits whenever somebody is free; here it is known who each
 * lead waits for, so only those are tried who can gain: a whole year of overload is replayed in seconds. Leads that wait
 * for the same agents stand in one line: of each line only the first is looked at.
 */
export function waitingLine(): WaitingLine {
  const lines = new Map<string, Line>();
  const linesFor = new Map<string, Line[]>();
  let others: Waiting[] = [];
  let arrived = 0;
  let length = 0;

  const places = new Map<string, number>();

  function placeOf(agentId: string): number {
    const known = places.get(agentId);
    if (known !== undefined) return known;
    places.set(agentId, places.size);
    return places.size - 1;
  }

  /** The same for the same agents in any order: a bit for each, 32 to a number. */
  function nameOf(waitsFor: WaitsFor): string {
    const words: number[] = [];
    for (const agentId of waitsFor) {
      const place = placeOf(agentId);
      words[place >> 5] = (words[place >> 5] ?? 0) | (1 << place);
    }
    return words.join(" ");
  }

  function lineOf(waitsFor: WaitsFor): Line {
    const name = nameOf(waitsFor);
    const standing = lines.get(name);
    if (standing) return standing;
    const line = heap<Waiting>((a, b) => a.number < b.number);
    lines.set(name, line);
    for (const agentId of waitsFor) linesFor.set(agentId, [...(linesFor.get(agentId) ?? []), line]);
    return line;
  }

  function put(place: Waiting, waitsFor: WaitsFor): void {
    if (waitsFor.size === 0) others.push(place);
    else lineOf(waitsFor).push(place);
  }

  /** The line whose first lead has waited longest of all that wait for this agent. */
  function lineFor(agentId: string): Line | undefined {
    let found: Line | undefined;
    for (const line of linesFor.get(agentId) ?? []) if (isBefore(line, found)) found = line;
    return found;
  }

  return {
    get length() {
      return length;
    },
    add(lead, waitsFor) {
      put({ number: arrived++, lead }, waitsFor);
      length += 1;
    },
    async drainTo(agentIds, hasRoom, tryPlace) {
      const free = new Set(agentIds);
      const hopeless: (readonly [Waiting, WaitsFor])[] = [];
      while (hopeless.length < mostHopeless) {
        let line: Line | undefined;
        for (const agentId of free) {
          const next = hasRoom(agentId) ? lineFor(agentId) : undefined;
          if (next === undefined) free.delete(agentId);
          else if (isBefore(next, line)) line = next;
        }
        const next = line?.pop();
        if (next === undefined) break;
        const placed = await tryPlace(next.lead);
        if (placed === "placed") length -= 1;
        else hopeless.push([next, placed]);
      }
      for (const [place, waitsFor] of hopeless) put(place, waitsFor);
    },
    async drainOthers(tryPlace) {
      const tried = others.splice(0, mostHopeless);
      for (const place of tried) {
        const placed = await tryPlace(place.lead);
        if (placed === "placed") length -= 1;
        else put(place, placed);
      }
      others = others.toSorted((a, b) => a.number - b.number);
    },
  };
}

/** Whether the first of this line came before the first of the other; an empty line comes before none. */
function isBefore(line: Line, other: Line | undefined): boolean {
  const first = line.top();
  const second = other?.top();
  return first !== undefined && (second === undefined || first.number < second.number);
}
