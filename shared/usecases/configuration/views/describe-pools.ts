import { turnsBetween } from "../../../domain/rotation/cursor.ts";
import { startCredits } from "../../../domain/rotation/epoch.ts";
import { standings } from "../../../domain/rotation/standing.ts";
import { type RotationOfPlan, rotationsOf } from "../../../domain/routing/pools/pools-of-plan.ts";
import type { Ports } from "../../ports/ports.ts";
import { keepEpoch } from "../../rotation/keep-epoch.ts";
import type { OpenPool } from "../../rotation/open-pools.ts";
import type { AssignPorts } from "../../routing/assignment.ts";
import { dryRun } from "../../routing/dry-run.ts";
import { fullAgents } from "../../routing/full-agents.ts";
import { lineupNow } from "../../routing/lineup-now.ts";
import type { RoutingConfig } from "../../routing-config.ts";
import { memberViews, type PoolView, shortened } from "./pool-view.ts";

type PoolPorts = AssignPorts & Pick<Ports, "clock">;

const shownNext = 10;
/** An answer may have 6 MB: this many rows in all pools together, and a few of each. */
const mostRows = 10_000;
const leastOfPool = 10;

/** Of a plan of hundreds of rotations a few are described at once, or their requests would wait for each other. */
const atOnce = 10;

/** Which rotations, in the plan's order: so many from the one at `from` on, counted from 0. */
interface Part {
  readonly from: number;
  readonly limit: number;
}

/** `next`: where the rotations that follow begin. */
interface PoolsPart {
  readonly items: readonly PoolView[];
  readonly next?: number;
}

/** Rotations of the plan as the next lead would find them: members, what they received and were due, who is next. */
export async function describePools(
  ports: PoolPorts,
  config: RoutingConfig,
  sourceIds: readonly string[],
  { from, limit }: Part,
): Promise<PoolsPart> {
  const all = rotationsOf(config.plan, config.areas, config.agents, sourceIds);
  const rotations = all.slice(from, from + limit);
  const rows = Math.max(leastOfPool, Math.floor(mostRows / Math.max(1, rotations.length)));
  const items: PoolView[] = [];
  for (let i = 0; i < rotations.length; i += atOnce) {
    const some = rotations.slice(i, i + atOnce).map((rotation) => describePool(ports, config, rotation));
    items.push(...(await Promise.all(some)).map((pool) => shortened(pool, rows)));
  }
  return { items, ...(from + limit < all.length && { next: from + limit }) };
}

async function describePool(ports: PoolPorts, config: RoutingConfig, of: RotationOfPlan): Promise<PoolView> {
  const now = ports.clock.now();
  const lineup = lineupNow(config, of.poolRule, of.method, of.lead, now);
  const pool = await keepEpoch(dryRun(ports), {
    lineup,
    now,
    fullOf: (ids) => fullAgents(ports, config, ids, ""),
  });
  const known = { poolId: lineup.poolKey, ruleId: of.ruleId };
  const playing = new Set(pool?.epoch.roster.members.map((member) => member.agentId));
  const full = lineup.members.filter((member) => !playing.has(member.agentId));
  const leftOut = [
    ...full.map(({ agentId }) => ({ agentId, reason: "capacity" })),
    ...[...lineup.leftOut].map(([agentId, reason]) => ({ agentId, reason })),
  ];
  if (!pool) return { ...known, epoch: 0, members: [], next: [], leftOut };
  return { ...known, ...(await turnsOf(ports, lineup.poolKey, pool)), leftOut };
}

async function turnsOf(ports: PoolPorts, poolKey: string, { sequence, epoch, cursor }: OpenPool) {
  const [used, gone] = await Promise.all([
    ports.rotation.used(poolKey, sequence.epoch),
    ports.rotation.gone(poolKey, sequence.epoch),
  ]);
  const credits = startCredits(epoch, sequence.prevN);
  const { members } = standings(epoch.roster, credits, sequence.n);
  const turns = turnsBetween(cursor, 1, sequence.n).map((turn) => turn.agentId);
  return {
    epoch: sequence.epoch,
    members: memberViews(members, turns, { used, gone }),
    next: turnsBetween(cursor, sequence.n + 1, sequence.n + shownNext).map((turn) => turn.agentId),
  };
}
