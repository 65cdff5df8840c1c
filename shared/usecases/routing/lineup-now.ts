import { EQUAL_SHARE, rotationWeight } from "../../domain/eligibility/ramp.ts";
import { type Lineup, lineupOf } from "../../domain/routing/lineup.ts";
import { type LeadToMatch, poolKeyFor } from "../../domain/routing/matched-values.ts";
import { poolOf } from "../../domain/routing/pool.ts";
import { presenceOf } from "../../domain/routing/presence.ts";
import type { Method } from "../../schemas/method.ts";
import type { RoutingConfig } from "../routing-config.ts";

export type PoolMethod = Extract<Method, { readonly type: "roundRobin" | "weighted" | "leastLoaded" }>;

interface Remembered {
  readonly lineup: Lineup;
  readonly since: number;
}

/** Line-ups of one configuration, by pool: worked out once, good until presence changes by itself. */
const memories = new WeakMap<RoutingConfig, Map<string, Remembered>>();
/** Rules over many areas make many pools; a memory this large starts anew. */
const mostRemembered = 2000;

/** Who takes turns by this rule for a lead at `now` (epoch ms). */
export function lineupNow(
  config: RoutingConfig,
  ruleId: string,
  method: PoolMethod,
  lead: LeadToMatch,
  now: number,
): Lineup {
  const memory = memories.get(config) ?? new Map<string, Remembered>();
  memories.set(config, memory);
  const key = poolKeyFor(ruleId, method.pool, lead, config.agents);
  const known = memory.get(key);
  if (known && known.since <= now && now < known.lineup.validUntil) return known.lineup;

  const pool = poolOf(ruleId, method.pool, lead, config.agents);
  const presence = presenceOf(pool.members, config.timeOff, config.plan, now);
  const { type } = method;
  const lineup = lineupOf(pool, presence, (agent) =>
    type === "leastLoaded" ? EQUAL_SHARE : rotationWeight(agent, type, config.plan, now),
  );
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(key, { lineup, since: now });
  return lineup;
}
