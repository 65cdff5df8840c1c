import type { Credits, PoolEpoch, PoolSequence } from "../../schemas/rotation.ts";
import { carry, grantExtraTurn } from "./carry.ts";
import { NO_CREDITS } from "./credits.ts";
import { type Cursor, openCursor } from "./cursor.ts";

/**
 * After so many tickets an epoch is closed even when nothing has changed: it bounds what a container that has just
 * started works out to find its place.
 */
export const CHECKPOINT = 10_000;

/** What an epoch begins with, given how many tickets the one before had (the sequence's `prevN`), and its cursor if known. */
export function startCredits(epoch: PoolEpoch, prevN: number, before?: Cursor): Credits {
  const { base, roster, extraTurns = [] } = epoch;
  const carried = base ? carry(base.roster, base.credits, prevN, before) : NO_CREDITS;
  return extraTurns.reduce((credits, { agentId }) => grantExtraTurn(roster, credits, agentId), carried);
}

/** The schedule of an epoch. Keep it under the epoch's `rosterId`, which no other has. */
export function cursorOf(epoch: PoolEpoch, prevN: number): Cursor {
  return openCursor(epoch.roster, startCredits(epoch, prevN));
}

/** The epoch a pool's sequence is in. */
export interface OpenEpoch {
  readonly sequence: PoolSequence;
  readonly epoch: PoolEpoch;
  /** What the epoch began with, when that has been worked out. */
  readonly credits?: Credits;
}

/**
 * The epoch to store before it is opened by `SET prevN = n, n = 0, epoch = epoch + 1, rosterId, validUntil IF epoch =
 * :e`, after which no ticket of the old one can be drawn. It does not depend on how many are drawn until then, so a
 * draw never makes an opener start again. `next.rosterId` must be new: of two openers each stores an epoch, one wins.
 * `current` is undefined for a pool that never drew.
 */
export function openingOf(current: OpenEpoch | undefined, next: Omit<PoolEpoch, "epoch" | "base">): PoolEpoch {
  if (!current) return { ...next, epoch: 1 };
  const { epoch, rosterId, roster } = current.epoch;
  const { prevN } = current.sequence;
  return {
    ...next,
    epoch: epoch + 1,
    base: { epoch, rosterId, roster, prevN, credits: current.credits ?? startCredits(current.epoch, prevN) },
  };
}
