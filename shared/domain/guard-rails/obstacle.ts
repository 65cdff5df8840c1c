/** What is in the way of a claim (section E), with what the agent has to know to get past it. Instants in epoch ms. */
export type Obstacle =
  /** E3, E4: the agent may not pick until then. */
  | { readonly reason: "suspended"; readonly until: number; readonly because: "misses" | "acceptance" }
  /** E5: others may pick it first; without `until` leads are only assigned to this tier. */
  | { readonly reason: "accessDelay"; readonly until?: number; readonly tier: 1 | 2 | 3 }
  | {
      readonly reason: "quota";
      readonly until: number;
      readonly window: QuotaWindow;
      readonly limit: number;
      readonly used: number;
    }
  /** E2: the time to look was over. */
  | { readonly reason: "cooldown"; readonly until: number }
  /** E2: somebody else has it open. */
  | { readonly reason: "held"; readonly until: number }
  /** E4: first one that is not hot, or one that is aged or cold; `of`: so many of the others in a row. */
  | { readonly reason: "ratio"; readonly kind: Kind; readonly of: number }
  /** The agent has no room, or does not take leads now. */
  | { readonly reason: "capacity"; readonly limit: number }
  /** E3: picked before, and taken back without contact; forgotten after seven days. */
  | { readonly reason: "missed"; readonly until: number }
  | { readonly reason: "paused" }
  | { readonly reason: "inactive" }
  | { readonly reason: "away"; readonly until: number };

export type QuotaWindow = "hour" | "day" | "week";
/** What the ratios ask to take along: not hot (`mild`), aged or cold (`aged`). */
export type Kind = "mild" | "aged";

/** When it is over by itself; never when there is no telling: it takes somebody to do something. */
export function endOf(obstacle: Obstacle): number {
  return "until" in obstacle ? (obstacle.until ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}
