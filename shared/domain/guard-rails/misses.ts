import type { Picks } from "../../schemas/picks.ts";

/** Whether the agent picked this lead before and let it go without contact: they do not pick it again (E3). */
export function hasMissed({ misses }: Pick<Picks, "misses">, leadId: string): boolean {
  return misses.some((miss) => miss.leadId === leadId);
}
