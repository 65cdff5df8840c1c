import { nobodyLeftOut } from "../trace.ts";
import { counted, isMisfit, type LeftOut } from "./left-out.ts";

/**
 * Who was left out by any of the rules that found nobody, for the last of their reasons that passes: who is full by one
 * rule and does not fit another is somebody to wait for.
 */
export function leftOutByAny(all: readonly LeftOut[]): LeftOut {
  return all.length === 0 ? nobodyLeftOut : all.reduce(byEither);
}

/** While everybody is full, lead after lead is left out by the same pools. */
const known = new WeakMap<LeftOut, WeakMap<LeftOut, LeftOut>>();

function byEither(before: LeftOut, after: LeftOut): LeftOut {
  const knownBefore = known.get(before) ?? new WeakMap<LeftOut, LeftOut>();
  known.set(before, knownBefore);
  const found = knownBefore.get(after);
  if (found) return found;
  const reasons = new Map(before);
  for (const [agentId, reason] of after) {
    if (!isMisfit(reason) || !reasons.has(agentId)) reasons.set(agentId, reason);
  }
  const either = counted(reasons);
  knownBefore.set(after, either);
  return either;
}
