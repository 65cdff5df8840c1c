import type { SkipReason } from "../../../schemas/lead/decision.ts";
import { isMisfit, type LeftOut } from "./left-out.ts";

const nobody: LeftOut = new Map<string, SkipReason>();
/** Lead after lead waits for the same people: those whom two pools leave out are put together once. */
const known = new WeakMap<LeftOut, WeakMap<LeftOut, LeftOut>>();

/**
 * Who was left out by any of the rules that found nobody, for the last of their reasons that passes: who is full by one
 * rule and does not fit another is somebody to wait for.
 */
export function leftOutByAny([first = nobody, ...others]: readonly LeftOut[]): LeftOut {
  return others.reduce(leftOutByEither, first);
}

function leftOutByEither(one: LeftOut, other: LeftOut): LeftOut {
  const withOne = known.get(one) ?? new WeakMap<LeftOut, LeftOut>();
  const found = withOne.get(other) ?? reasonsOf(one, other);
  known.set(one, withOne.set(other, found));
  return found;
}

function reasonsOf(one: LeftOut, other: LeftOut): ReadonlyMap<string, SkipReason> {
  const reasons = new Map(one);
  for (const [agentId, reason] of other) {
    if (!isMisfit(reason) || !reasons.has(agentId)) reasons.set(agentId, reason);
  }
  return reasons;
}
