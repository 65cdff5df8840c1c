import type { SkipReason } from "../../../schemas/lead/decision.ts";

/**
 * Who of a pool could not have a lead, and why, those whom a reader wonders about first. A Map is one; that of a large
 * pool knows its numbers, so that a decision about one lead looks at the few it shows and not at thousands.
 */
export interface LeftOut extends Iterable<readonly [string, SkipReason]> {
  readonly size: number;
  get(agentId: string): SkipReason | undefined;
  /** How many by reason, where that has been counted. */
  readonly counts?: ReasonCounts;
}

/** Each reason once. */
export type ReasonCounts = readonly (readonly [SkipReason, number])[];

/** How many were left out, by reason. */
export function countReasons(leftOut: LeftOut): ReasonCounts {
  if (leftOut.counts) return leftOut.counts;
  const counts = new Map<SkipReason, number>();
  for (const [, reason] of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts];
}

/** The same, counted once for all the leads it stands for. */
export function counted(leftOut: LeftOut): LeftOut {
  return {
    size: leftOut.size,
    counts: countReasons(leftOut),
    get: (agentId) => leftOut.get(agentId),
    [Symbol.iterator]: () => leftOut[Symbol.iterator](),
  };
}

/** The reasons in `own`, then those in `others` of everybody who is not in `own`. */
export function leftOutBefore(own: ReadonlyMap<string, SkipReason>, others: LeftOut): LeftOut {
  if (own.size === 0) return others;
  const twice = [...own.keys()].flatMap((agentId) => others.get(agentId) ?? []);
  const counts = new Map(countReasons(own));
  for (const [reason, count] of countReasons(others)) {
    const more = count - twice.filter((each) => each === reason).length;
    if (more > 0) counts.set(reason, (counts.get(reason) ?? 0) + more);
  }
  return {
    size: own.size + others.size - twice.length,
    counts: [...counts],
    get: (agentId) => own.get(agentId) ?? others.get(agentId),
    *[Symbol.iterator]() {
      yield* own;
      for (const entry of others) if (!own.has(entry[0])) yield entry;
    },
  };
}

/**
 * The first few who were left out for where they are and not for what they are: of misfits a reader seldom wonders. But a
 * buyer is named by the rule itself, so after those come buyers who do not take such leads (C11).
 */
export function nearestLeftOut(leftOut: LeftOut, most: number): readonly (readonly [string, SkipReason])[] {
  const found = firstOf(leftOut, (reason) => !isMisfit(reason), most);
  return [...found, ...firstOf(leftOut, (reason) => reason === "unfit", most - found.length)];
}

/** Looks no further than the counts say there is somebody to find. */
function firstOf(leftOut: LeftOut, wanted: (reason: SkipReason) => boolean, most: number) {
  let sought = 0;
  for (const [reason, count] of countReasons(leftOut)) if (wanted(reason)) sought += count;
  const found: (readonly [string, SkipReason])[] = [];
  if (Math.min(most, sought) <= 0) return found;
  for (const entry of leftOut) {
    if (wanted(entry[1])) found.push(entry);
    if (found.length >= Math.min(most, sought)) break;
  }
  return found;
}

export function isMisfit(reason: SkipReason): boolean {
  return ["skill", "language", "territory", "tier", "unfit"].includes(reason);
}
