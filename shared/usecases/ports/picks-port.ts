import type { Picks } from "../../schemas/picks.ts";

/** What each agent has picked, and what that has brought about: the guard rails look at it (section E). */
export interface PicksPort {
  /** As it stands now (consistent); revision 0 when the agent has never picked anything. */
  picksOf(agentId: string): Promise<Picks>;
  /**
   * Replaces it if it still has the revision `expected`; `next` carries the following one. The writer's own earlier
   * write counts as done.
   */
  replacePicks(
    expected: number,
    next: Picks,
  ): Promise<{ readonly done: true } | { readonly done: false; readonly current: Picks }>;
  /** Those of these agents that are there. Eventually consistent. */
  picksOfAll(agentIds: readonly string[]): Promise<ReadonlyMap<string, Picks>>;
}
