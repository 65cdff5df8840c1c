import type { SkipReason } from "../../schemas/decision.ts";
import { countReasons } from "./trace.ts";

/** What passes, before what does not: that tells somebody who waits when to look again. */
const passing: readonly SkipReason[] = ["capacity", "hours", "away", "paused", "declined"];

/** Why a lead waits: what keeps most agents from taking it; `nobody` when no pool had anyone. */
export function queueReason(leftOut: ReadonlyMap<string, SkipReason>): string {
  const counts = countReasons(leftOut);
  const mostFirst = Object.keys(counts).toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  return mostFirst.find((reason) => passing.some((each) => each === reason)) ?? mostFirst[0] ?? "nobody";
}
