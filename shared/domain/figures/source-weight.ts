import type { Figures } from "../../schemas/figures.ts";
import type { TiersPolicy } from "../../schemas/plan/tiers-policy.ts";

/**
 * What an agent's conversion is multiplied by before it is judged (C4): what everybody's sources usually convert, against
 * what the agent's own ones do. 1 where it counts as it is.
 */
export function sourceWeight(agentId: string, figures: Figures, { mix }: Pick<TiersPolicy, "mix">): number {
  const own = figures.get(agentId)?.expectedConversion;
  if (mix === "sameSources" || !own) return 1;
  let [assigned, expected] = [0, 0];
  for (const each of figures.values()) {
    if (each.expectedConversion === undefined) continue;
    assigned += each.assigned;
    expected += each.assigned * each.expectedConversion;
  }
  // Nobody's sources convert anything: then no conversion is judged by them.
  return expected === 0 ? 1 : expected / assigned / own;
}
