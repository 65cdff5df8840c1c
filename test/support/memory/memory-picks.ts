import { isDeepStrictEqual } from "node:util";
import { noPicks, type Picks } from "../../../shared/schemas/picks.ts";
import type { PicksPort } from "../../../shared/usecases/ports/picks-port.ts";

export function createMemoryPicks(): PicksPort {
  const stored = new Map<string, Picks>();
  const of = (agentId: string): Picks => stored.get(agentId) ?? noPicks(agentId);
  return {
    picksOf: async (agentId) => of(agentId),
    replacePicks: async (expected, next) => {
      const current = of(next.agentId);
      if (isDeepStrictEqual(current, next)) return { done: true };
      if (current.revision !== expected) return { done: false, current };
      stored.set(next.agentId, next);
      return { done: true };
    },
    picksOfAll: async (agentIds) =>
      new Map(
        agentIds.flatMap((agentId) => {
          const picks = stored.get(agentId);
          return picks ? [[agentId, picks] as const] : [];
        }),
      ),
  };
}
