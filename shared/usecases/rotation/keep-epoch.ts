import { CHECKPOINT, cursorOf, openingOf } from "../../domain/rotation/epoch.ts";
import { type Lineup, sameRoster } from "../../domain/routing/lineup.ts";
import type { Member } from "../../schemas/rotation.ts";
import type { Ports } from "../ports.ts";
import { type OpenPool, poolAt, readPool, rememberedPool, rememberPool } from "./open-pools.ts";

type EpochPorts = Pick<Ports, "rotation" | "ids">;

export interface EpochRequest {
  readonly lineup: Lineup;
  /** Epoch ms. */
  readonly now: number;
  /** Which of these members are (still) full; asked about those the open epoch leaves out, and about `suspects`. */
  readonly fullOf: (agentIds: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Members who had no room just now: the next epoch leaves out those who still have none. */
  readonly suspects?: readonly string[];
}

/**
 * Openers that meet settle in two rounds. More means that places come and go all the while: then the lead waits, to be
 * drained like others, rather than fail.
 */
const rounds = 20;

/**
 * The pool's epoch for exactly those who take turns now: the open one when it fits, else the next one, opened here or
 * by whoever was quicker. An epoch ends with any change of its roster, when its time has passed, at a checkpoint, and
 * when somebody it left out has room again. Undefined when nobody can take a turn.
 */
export async function keepEpoch(ports: EpochPorts, request: EpochRequest): Promise<OpenPool | undefined> {
  const { lineup, now, suspects = [] } = request;
  if (lineup.members.length === 0) return undefined;
  let pool = rememberedPool(ports.rotation, lineup.poolKey) ?? (await readPool(ports.rotation, lineup.poolKey));
  for (let round = 0; round < rounds; round++) {
    const present = [...new Set([...(pool?.epoch.full ?? []), ...suspects])].filter((id) => lineup.agents.has(id));
    const full = await request.fullOf(present);
    const members = lineup.members.filter((member) => !full.has(member.agentId));
    if (pool && holds(pool, members, now)) return members.length > 0 ? pool : undefined;

    const standing = await readPool(ports.rotation, lineup.poolKey);
    if (standing?.sequence.rosterId === pool?.sequence.rosterId) {
      pool = await openNext(ports, standing, { lineup, members, full: [...full], now });
    } else {
      pool = standing;
    }
  }
  return undefined;
}

/** An epoch of nobody draws no tickets, so time does not end it. */
function holds(pool: OpenPool, members: readonly Member[], now: number): boolean {
  const { sequence, epoch } = pool;
  if (!sameRoster(epoch.roster, members)) return false;
  return members.length === 0 || (sequence.validUntil > now && sequence.n < CHECKPOINT);
}

async function openNext(
  ports: EpochPorts,
  current: OpenPool | undefined,
  next: { lineup: Lineup; members: readonly Member[]; full: readonly string[]; now: number },
): Promise<OpenPool> {
  const { poolKey, validUntil } = next.lineup;
  const rosterId = ports.ids.random(9);
  const epoch = openingOf(current, {
    rosterId,
    openedAt: next.now,
    roster: { members: next.members },
    ...(next.full.length > 0 && { full: next.full }),
  });
  await ports.rotation.putEpoch(poolKey, epoch);
  const { sequence } = await ports.rotation.openEpoch(poolKey, epoch.epoch - 1, { rosterId, validUntil });
  if (sequence.rosterId !== rosterId) return poolAt(ports.rotation, poolKey, sequence);
  return rememberPool(ports.rotation, poolKey, { sequence, epoch, cursor: cursorOf(epoch, sequence.prevN) });
}
