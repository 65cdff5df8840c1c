import type { PoolMethod } from "../../../domain/lead-pool/pool-method.ts";
import { postingOf } from "../../../domain/lead-pool/posting.ts";
import { poolOf } from "../../../domain/routing/pools/pool.ts";
import type { Attempt, AttemptContext } from "../attempt.ts";

/**
 * To the lead pool, where agents claim it (C9) or pick it between guard rails (C10). It always has room, but a lead that
 * nobody may pick, such as one that lies in nobody's territory (E7), is not posted to be picked: others take it. A method
 * `pool` without settings leaves the lead there for everybody, for good.
 */
export function tryPool({ config, request, ruleId }: AttemptContext, method: PoolMethod): Attempt {
  const trace = { method: method.type, runners: [], leftOut: new Map() };
  const { type, ...settings } = method;
  if (type === "pool" && Object.keys(settings).length === 0) return { outcome: "pooled", trace };
  if (type === "cherryPick" && method.pool !== undefined) {
    const { members, misfits } = poolOf(ruleId, method.pool, request.lead, config.agents);
    if (members.length === 0) return { outcome: "nobody", trace: { ...trace, leftOut: misfits } };
  }
  return { outcome: "pooled", posting: postingOf(method, ruleId, request.lead, config.plan, request.now), trace };
}
