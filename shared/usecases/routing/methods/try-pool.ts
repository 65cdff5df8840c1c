import { type PoolMethod, postingOf } from "../../../domain/lead-pool/posting.ts";
import type { Attempt, AttemptContext } from "../attempt.ts";

/** To the lead pool (C9), which always has room. A method without settings leaves the lead there for everybody, for good. */
export function tryPool({ config, request, ruleId }: AttemptContext, method: PoolMethod): Attempt {
  const trace = { method: "pool", runners: [], leftOut: new Map() };
  const { type: _, ...settings } = method;
  if (Object.keys(settings).length === 0) return { outcome: "pooled", trace };
  return { outcome: "pooled", posting: postingOf(method, ruleId, request.lead, config.plan, request.now), trace };
}
