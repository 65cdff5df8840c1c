import { isDeepStrictEqual } from "node:util";
import type { PoolEpoch, PoolSequence } from "../../schemas/rotation.ts";
import { type Cursor, openCursor } from "./cursor.ts";
import { startCredits } from "./epoch.ts";

/** One epoch, worked out again from what is stored. */
export interface ReplayedEpoch {
  readonly epoch: number;
  /** How many tickets were drawn in it (so far, for the last). */
  readonly tickets: number;
  /** Who has each of them. */
  readonly cursor: Cursor;
  /** Whether its successor was opened on just this roster and these credits. Always true of the last. */
  readonly proven: boolean;
}

/**
 * Who had which ticket, for the epochs of a pool that were opened, in order, without gaps, ending with the one that
 * `sequence` is in. The number of tickets of an epoch stands in its second successor's base.
 */
export function replay(epochs: readonly PoolEpoch[], sequence: PoolSequence): readonly ReplayedEpoch[] {
  const ticketsBefore = (i: number) => epochs[i + 1]?.base?.prevN ?? sequence.prevN;
  return epochs.map((epoch, i) => {
    const credits = startCredits(epoch, ticketsBefore(i));
    const { roster } = epoch;
    const remembered = epochs[i + 1]?.base;
    return {
      epoch: epoch.epoch,
      tickets: i === epochs.length - 1 ? sequence.n : ticketsBefore(i + 1),
      cursor: openCursor(roster, credits),
      proven:
        !remembered ||
        isDeepStrictEqual([remembered.epoch, remembered.roster, remembered.credits], [epoch.epoch, roster, credits]),
    };
  });
}

/** The cursor of the epoch before `successor`, from that one item: enough to say who had its ticket n. */
export function cursorBefore(successor: PoolEpoch): Cursor | undefined {
  return successor.base && openCursor(successor.base.roster, successor.base.credits);
}
