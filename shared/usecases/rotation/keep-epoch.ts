import { CHECKPOINT, openingOf } from "../../domain/rotation/epoch.ts";
import { type Lineup, sameRoster } from "../../domain/routing/pools/lineup.ts";
import type { Member } from "../../schemas/rotation.ts";
import type { Ports } from "../ports/ports.ts";
import type { RotationPort } from "../ports/rotation-port.ts";
import { type OpenPool, poolAt, readPool, rememberEpoch, rememberedPool, rememberPool } from "./open-pools.ts";

type EpochPorts = Pick<Ports, "rotation" | "ids">;

export interface EpochRequest {
  readonly lineup: Lineup;
  /** Epoch ms. */
  readonly now: number;
  /** Those of these members who are (still) full; asked about those the open epoch leaves out. */
  readonly fullOf: (agentIds: readonly string[]) => Promise<readonly string[]>;
  /** Some had no room just now: it is asked about everybody, and the next epoch leaves out who has none. */
  readonly suspicious?: boolean;
}

/**
 * Openers that meet settle in two rounds. More means that places come and go all the while: then the lead waits, to be
 * drained like others, rather than fail.
 */
const rounds = 20;

const nobody: readonly string[] = [];
const noMembers: readonly Member[] = [];

/** Whoever has room again waits no longer than this part of a round: in small pools not for one ticket. */
const partOfRound = 1 / 20;

/**
 * The pool's epoch if it is known to fit this line-up still: nothing is read, and nobody is looked at, however large the
 * pool.
 */
export function standingEpoch(rotation: RotationPort, lineup: Lineup, now: number): OpenPool | undefined {
  const pool = rememberedPool(rotation, lineup.poolKey);
  if (pool?.rightFor !== lineup.members || pool.epoch.roster.members.length === 0 || isOver(pool, now))
    return undefined;
  return pool.epoch.full && timeToLook(pool, lineup) ? undefined : pool;
}

/** Whether so many tickets were drawn since everybody's places were looked at that it is worth doing again. */
export function timeToLook({ sequence, lookedAt = 0 }: OpenPool, { members }: Lineup): boolean {
  return sequence.n - lookedAt >= members.length * partOfRound;
}

/**
 * The pool's epoch for exactly those who take turns now: the open one when it fits, else the next one, opened here or
 * by whoever was quicker. An epoch ends with any change of its roster, when its time has passed, at a checkpoint, and
 * when somebody it left out has room again. Undefined when nobody can take a turn.
 */
export async function keepEpoch(ports: EpochPorts, request: EpochRequest): Promise<OpenPool | undefined> {
  const { lineup, now, suspicious = false } = request;
  if (lineup.members.length === 0) return undefined;
  let pool = rememberedPool(ports.rotation, lineup.poolKey) ?? (await readPool(ports.rotation, lineup.poolKey));
  for (let round = 0; round < rounds; round++) {
    const full = await request.fullOf(suspicious ? [...lineup.agents.keys()] : leftOutBy(pool, lineup));
    const members = withRoom(lineup, full);
    if (pool && holds(pool, lineup, members, now)) return found(ports, lineup, pool);

    const standing = await readPool(ports.rotation, lineup.poolKey);
    if (standing?.sequence.rosterId !== pool?.sequence.rosterId) {
      pool = standing;
      continue;
    }
    const rosterId = ports.ids.random(9);
    pool = await openNext(ports, standing, { rosterId, lineup, members, full, now });
    if (pool.epoch.rosterId === rosterId) return found(ports, lineup, pool);
  }
  return undefined;
}

/** Those of the line-up who had no room when somebody looked last; the epoch may leave out others, who are gone by now. */
function leftOutBy(pool: OpenPool | undefined, { agents }: Lineup): readonly string[] {
  const full = pool?.epoch.full ?? nobody;
  return full.every((agentId) => agents.has(agentId)) ? full : full.filter((agentId) => agents.has(agentId));
}

/** `full` are members. */
function withRoom({ members }: Lineup, full: readonly string[]): readonly Member[] {
  if (full.length === 0) return members;
  if (full.length === members.length) return noMembers;
  const without = new Set(full);
  return members.filter(({ agentId }) => !without.has(agentId));
}

/** An epoch of nobody draws no tickets, so time does not end it. */
function holds(pool: OpenPool, { tiers }: Lineup, members: readonly Member[], now: number): boolean {
  return sameRoster(pool.epoch.roster, members, tiers) && (members.length === 0 || !isOver(pool, now));
}

function isOver({ sequence }: OpenPool, now: number): boolean {
  return sequence.validUntil <= now || sequence.n >= CHECKPOINT;
}

/** An epoch of nobody is kept, so that it need not be opened again; but nobody can take a turn in it. */
function found({ rotation }: EpochPorts, { poolKey, members }: Lineup, pool: OpenPool): OpenPool | undefined {
  const { n } = pool.sequence;
  const remembered = pool.rightFor === members && pool.lookedAt === n;
  const open = remembered ? pool : rememberPool(rotation, poolKey, { ...pool, rightFor: members, lookedAt: n });
  return open.epoch.roster.members.length > 0 ? open : undefined;
}

async function openNext(
  ports: EpochPorts,
  current: OpenPool | undefined,
  next: { rosterId: string; lineup: Lineup; members: readonly Member[]; full: readonly string[]; now: number },
): Promise<OpenPool> {
  const { poolKey, validUntil, tiers } = next.lineup;
  const { rosterId } = next;
  const epoch = openingOf(current, {
    rosterId,
    openedAt: next.now,
    roster: { members: next.members, ...(tiers && { tiers }) },
    ...(next.full.length > 0 && { full: next.full }),
  });
  await ports.rotation.putEpoch(poolKey, epoch);
  const { sequence } = await ports.rotation.openEpoch(poolKey, epoch.epoch - 1, { rosterId, validUntil });
  if (sequence.rosterId !== rosterId) return poolAt(ports.rotation, poolKey, sequence);
  return rememberEpoch(ports.rotation, poolKey, sequence, epoch, current);
}
