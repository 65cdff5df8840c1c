import type { SkipReason } from "../../schemas/lead/decision.ts";
import { countReasons, type LeftOut } from "./pools/left-out.ts";

/** What passes, before what does not: that tells somebody who waits when to look again. */
const passing: readonly SkipReason[] = ["capacity", "quota", "hours", "away", "paused", "declined"];

/** Why a lead waits: what keeps most agents from taking it; `nobody` when no pool had anyone. */
export function queueReason(leftOut: LeftOut): string {
  const mostFirst = countReasons(leftOut)
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason]) => reason);
  return mostFirst.find((reason) => passing.includes(reason)) ?? mostFirst[0] ?? "nobody";
}
