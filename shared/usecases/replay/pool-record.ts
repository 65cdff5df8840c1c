import type { PoolRecord } from "../../domain/rotation/prove-turns.ts";
import type { PoolEpoch } from "../../schemas/rotation.ts";
import type { RotationPort } from "../ports/rotation-port.ts";

/**
 * A pool's stored rosters from the present epoch back to the earliest of `needed`, and the one before it. Each names the
 * one it was opened on, so of two that were prepared only the one that counted is followed. A missing roster ends the
 * way back: what lies before it cannot be proven. Undefined for a pool that never drew.
 */
export async function readPoolRecord(
  rotation: Pick<RotationPort, "sequence" | "epoch" | "gone">,
  poolId: string,
  needed: readonly number[],
): Promise<PoolRecord | undefined> {
  const sequence = await rotation.sequence(poolId);
  if (sequence === undefined) return undefined;
  const earliest = Math.min(...needed) - 1;
  const epochs: PoolEpoch[] = [];
  let next: Pick<PoolEpoch, "epoch" | "rosterId"> | undefined = sequence;
  while (next !== undefined && next.epoch >= earliest) {
    const epoch: PoolEpoch | undefined = await rotation.epoch(poolId, next.epoch, next.rosterId);
    if (epoch === undefined) break;
    epochs.unshift(epoch);
    next = epoch.base;
  }
  const gone = await Promise.all(
    [...new Set(needed)].map(async (epoch) => (await rotation.gone(poolId, epoch)).map(({ n }) => ({ epoch, n }))),
  );
  return { sequence, epochs, gone: gone.flat() };
}
