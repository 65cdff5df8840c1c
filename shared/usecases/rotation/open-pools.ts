import { type Cursor, openCursor } from "../../domain/rotation/cursor.ts";
import { type OpenEpoch, startCredits } from "../../domain/rotation/epoch.ts";
import type { Member, PoolEpoch, PoolSequence } from "../../schemas/rotation.ts";
import type { RotationPort } from "../ports/rotation-port.ts";

/** A pool's open epoch as this container knows it; `sequence.n` is the latest ticket seen from here. */
export interface OpenPool extends OpenEpoch {
  readonly cursor: Cursor;
  /** The members of the line-up that this epoch was compared with and found right for. */
  readonly rightFor?: readonly Member[];
  /** The ticket after which somebody last looked who has room. */
  readonly lookedAt?: number;
}

/**
 * What a container remembers of the pools: one memory per port, so it lives as long as the container's connection and
 * tests share nothing. It may be behind; the condition on every draw finds out.
 */
const memories = new WeakMap<RotationPort, Map<string, OpenPool>>();

/** A place in a remembered pool takes some 300 bytes. When there are more, the pools known longest are forgotten. */
const mostPlaces = 200_000;

export function rememberedPool(rotation: RotationPort, poolKey: string): OpenPool | undefined {
  return memories.get(rotation)?.get(poolKey);
}

/** Remembers the pool unless something later is known of it. Returns what was given. */
export function rememberPool(rotation: RotationPort, poolKey: string, pool: OpenPool): OpenPool {
  const memory = memories.get(rotation) ?? new Map<string, OpenPool>();
  memories.set(rotation, memory);
  const known = memory.get(poolKey)?.sequence;
  const { epoch, n } = pool.sequence;
  if (!known || known.epoch < epoch || (known.epoch === epoch && known.n <= n)) memory.set(poolKey, pool);
  if (!known) forgetOldest(memory);
  return pool;
}

function forgetOldest(memory: Map<string, OpenPool>): void {
  let places = 0;
  for (const { epoch } of memory.values()) places += epoch.roster.members.length;
  for (const [poolKey, { epoch }] of memory) {
    if (places <= mostPlaces || memory.size === 1) return;
    memory.delete(poolKey);
    places -= epoch.roster.members.length;
  }
}

/** The pool's open epoch as stored; undefined for a pool that never drew. One read when the roster is known already. */
export async function readPool(rotation: RotationPort, poolKey: string): Promise<OpenPool | undefined> {
  const sequence = await rotation.sequence(poolKey);
  return sequence && poolAt(rotation, poolKey, sequence);
}

/** The open pool of a sequence just seen. */
export async function poolAt(rotation: RotationPort, poolKey: string, sequence: PoolSequence): Promise<OpenPool> {
  const known = rememberedPool(rotation, poolKey);
  if (known?.sequence.rosterId === sequence.rosterId) {
    return rememberPool(rotation, poolKey, { ...known, sequence });
  }
  const epoch = await rotation.epoch(poolKey, sequence.epoch, sequence.rosterId);
  if (!epoch) throw new Error(`epoch ${sequence.epoch} of the pool ${poolKey} has no roster`);
  return rememberEpoch(rotation, poolKey, sequence, epoch);
}

/** Works the epoch's schedule out, with the help of that of the epoch before if that is known, and remembers the pool. */
export function rememberEpoch(
  rotation: RotationPort,
  poolKey: string,
  sequence: PoolSequence,
  epoch: PoolEpoch,
  before?: OpenPool,
): OpenPool {
  const credits = startCredits(epoch, sequence.prevN, before?.cursor);
  return rememberPool(rotation, poolKey, { sequence, epoch, credits, cursor: openCursor(epoch.roster, credits) });
}
