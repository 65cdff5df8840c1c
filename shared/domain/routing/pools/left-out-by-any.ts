import type { SkipReason } from "../../../schemas/lead/decision.ts";
import { isMisfit, type LeftOut } from "./left-out.ts";

/**
 * Who was left out by any of the rules that found nobody, for the last of their reasons that passes: who is full by one
 * rule and does not fit another is somebody to wait for.
 */
export function leftOutByAny(all: readonly LeftOut[]): LeftOut {
  const reasons = new Map<string, SkipReason>();
  for (const leftOut of all) {
    for (const [agentId, reason] of leftOut) {
      if (!isMisfit(reason) || !reasons.has(agentId)) reasons.set(agentId, reason);
    }
  }
  return reasons;
}
