import { EQUAL_SHARE, rotationWeight } from "../../domain/eligibility/ramp.ts";
import { fastestLineup } from "../../domain/routing/pools/fastest-lineup.ts";
import { type Lineup, lineupOf } from "../../domain/routing/pools/lineup.ts";
import { type LeadOfPool, poolKeyFor } from "../../domain/routing/pools/matched-values.ts";
import { poolOf } from "../../domain/routing/pools/pool.ts";
import type { RotationMethod } from "../../domain/routing/pools/pools-of-plan.ts";
import { presenceOf } from "../../domain/routing/pools/presence.ts";
import { policyOf } from "../../domain/tiers/tier-place.ts";
import { tieredLineup } from "../../domain/tiers/tiered-lineup.ts";
import type { Method } from "../../schemas/plan/method.ts";
import type { RoutingConfig } from "../routing-config.ts";

export type PoolMethod = RotationMethod | Extract<Method, { readonly type: "leastLoaded" }>;

interface Remembered {
  readonly lineup: Lineup;
  readonly since: number;
}

/** Line-ups of one configuration, by pool: worked out once, good until presence changes by itself. */
const memories = new WeakMap<RoutingConfig, Map<string, Remembered>>();
/** Rules over many areas make many pools; a memory of more places than this starts anew. */
const mostPlaces = 300_000;

/** Who takes turns by this rule for a lead at `now` (epoch ms). */
export function lineupNow(
  config: RoutingConfig,
  ruleId: string,
  method: PoolMethod,
  lead: LeadOfPool,
  now: number,
): Lineup {
  const memory = memories.get(config) ?? new Map<string, Remembered>();
  memories.set(config, memory);
  const key = poolKeyFor(ruleId, method.pool, lead, config.agents) + sourcePart(method, config, lead);
  const known = memory.get(key);
  if (known && known.since <= now && now < known.lineup.validUntil) return known.lineup;

  const pool = { ...poolOf(ruleId, method.pool, lead, config.agents), poolKey: key };
  const presence = presenceOf(pool.members, config.timeOff, config.plan, now);
  const weigh = method.type === "weighted" ? "weighted" : "roundRobin";
  const inLine = lineupOf(pool, presence, (agent) =>
    method.type === "leastLoaded" ? EQUAL_SHARE : rotationWeight(agent, weigh, config.plan, now),
  );
  const lineup = placed(inLine, method, config, now);
  if (placesIn(memory) > mostPlaces) memory.clear();
  memory.set(key, { lineup, since: now });
  return lineup;
}

function placesIn(memory: ReadonlyMap<string, Remembered>): number {
  return memory.values().reduce((sum, { lineup }) => sum + lineup.members.length + 1, 0);
}

/** With `sameSources` every source rotates by itself, so that each tier gets the same mix of them (C4). */
function sourcePart({ type }: PoolMethod, { plan }: RoutingConfig, { sourceId }: LeadOfPool): string {
  if (type !== "tiers" || sourceId === undefined || policyOf(plan).mix !== "sameSources") return "";
  return `:source=${encodeURIComponent(sourceId)}`;
}

/** Shares by what agents have achieved, where the method wants that. */
function placed(lineup: Lineup, method: PoolMethod, { figures, plan }: RoutingConfig, now: number): Lineup {
  if (method.type === "tiers") return tieredLineup(lineup, figures, plan, now);
  return method.type === "fastest" ? fastestLineup(lineup, method, figures) : lineup;
}
