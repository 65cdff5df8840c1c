import type { Picks } from "../../schemas/picks.ts";
import type { Ports } from "../ports/ports.ts";

const mostAttempts = 10;

/** An agent's picks as they stand, and whether this call has changed them. */
export interface ChangedPicks {
  readonly picks: Picks;
  readonly changed: boolean;
}

/**
 * Changes what is kept of an agent's picks, by condition on their revision; whoever was slower decides again on what stands.
 * `change` answers the next revision, or undefined when there is nothing to change. Whoever has read them already gives them
 * as `standing`. Throws when others change it again and again.
 */
export async function changePicks(
  { picks: port }: Pick<Ports, "picks">,
  agentId: string,
  change: (picks: Picks) => Picks | undefined,
  standing?: Picks,
): Promise<ChangedPicks> {
  let picks = standing ?? (await port.picksOf(agentId));
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const next = change(picks);
    if (next === undefined) return { picks, changed: false };
    const replaced = await port.replacePicks(picks.revision, next);
    if (replaced.done) return { picks: next, changed: true };
    picks = replaced.current;
  }
  throw new Error(`the picks of ${agentId} are changed by too many at once`);
}
