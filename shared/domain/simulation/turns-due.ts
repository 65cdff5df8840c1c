import type { Roster } from "../../schemas/rotation.ts";
import { lanesOf } from "../rotation/lanes.ts";

/** One epoch of a rotation, and how many tickets were drawn in it. */
export interface DrawnEpoch {
  readonly roster: Roster;
  readonly n: number;
}

/**
 * The turns that each agent was due in these epochs: of every ticket, the part of the agent's weight in the roster that
 * stood then, inside the tier's share where there are tiers. In leads.
 */
export function turnsDue(epochs: readonly DrawnEpoch[]): ReadonlyMap<string, number> {
  const due = new Map<string, number>();
  for (const { roster, n } of epochs) {
    const lanes = lanesOf(roster);
    const shares = lanes.reduce((sum, { share }) => sum + share, 0);
    for (const { share, members } of lanes) {
      const weights = members.reduce((sum, { weight }) => sum + weight, 0);
      for (const { agentId, weight } of members) {
        due.set(agentId, (due.get(agentId) ?? 0) + ((n * share) / shares) * (weight / weights));
      }
    }
  }
  return due;
}
