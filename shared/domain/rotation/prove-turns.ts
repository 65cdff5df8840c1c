import type { PoolEpoch, PoolSequence } from "../../schemas/rotation.ts";
import { type ClaimedTurn, ticketName } from "./claimed-turns.ts";
import { type ReplayedEpoch, replay } from "./replay.ts";

/** What is stored of one pool's rotation. */
export interface PoolRecord {
  readonly sequence: PoolSequence;
  /** Those that were opened, in order and without gaps, up to the one that `sequence` is in. */
  readonly epochs: readonly PoolEpoch[];
  /** Tickets recorded as gone, in the epochs that matter. */
  readonly gone: readonly { readonly epoch: number; readonly n: number }[];
}

/** Why a turn is not proven. */
export type Flaw =
  /** The pool's rosters are missing from the epoch of the ticket on. */
  | { readonly kind: "rosterMissing" }
  /** The next epoch was opened on another roster, or on other credits, than the stored ones. */
  | { readonly kind: "rosterChanged" }
  | { readonly kind: "neverDrawn"; readonly drawn: number }
  | { readonly kind: "otherTurn"; readonly agentId: string }
  | { readonly kind: "usedTwice"; readonly leadIds: readonly string[] }
  /** The number is also recorded as having passed. */
  | { readonly kind: "gone" }
  /** Decision and history name different turns. */
  | { readonly kind: "contradicted" };

/** A turn with all that speaks against it; proven if nothing does. */
export interface JudgedTurn extends ClaimedTurn {
  readonly flaws: readonly Flaw[];
}

/**
 * Works out from the stored rosters whose turn each ticket was, and judges what the leads say (any decision
 * can be replayed from what is stored). A number counts as used twice if two of these turns name it.
 */
export function proveTurns(
  turns: readonly ClaimedTurn[],
  pools: ReadonlyMap<string, PoolRecord>,
): readonly JudgedTurn[] {
  const users = Map.groupBy(turns, ticketName);
  const replayed = new Map([...pools].map(([poolId, pool]) => [poolId, openRecord(pool)]));
  return turns.map((turn) => {
    const pool = replayed.get(turn.poolId);
    const others = users.get(ticketName(turn))?.filter((each) => each !== turn) ?? [];
    return {
      ...turn,
      flaws: [
        ...drawFlaws(turn, pool?.epochs.get(turn.epoch), pool?.epochs.get(turn.epoch - 1)),
        ...(others.length > 0 ? [{ kind: "usedTwice", leadIds: others.map(({ leadId }) => leadId) } as const] : []),
        ...(pool?.gone.has(`${turn.epoch}/${turn.n}`) ? [{ kind: "gone" } as const] : []),
        ...(turn.contradicted ? [{ kind: "contradicted" } as const] : []),
      ],
    };
  });
}

function openRecord({ sequence, epochs, gone }: PoolRecord) {
  return {
    epochs: new Map(replay(epochs, sequence).map((each) => [each.epoch, each])),
    gone: new Set(gone.map(({ epoch, n }) => `${epoch}/${n}`)),
  };
}

/** The turns of an epoch follow from its own roster and from the one before, which gives its credits. */
function drawFlaws(
  { n, agentId }: ClaimedTurn,
  epoch: ReplayedEpoch | undefined,
  before: ReplayedEpoch | undefined,
): readonly Flaw[] {
  if (epoch === undefined) return [{ kind: "rosterMissing" }];
  if (n > epoch.tickets) return [{ kind: "neverDrawn", drawn: epoch.tickets }];
  const due = epoch.cursor.turn(n)?.agentId ?? "nobody";
  return [
    ...(epoch.proven && before?.proven !== false ? [] : [{ kind: "rosterChanged" } as const]),
    ...(due === agentId ? [] : [{ kind: "otherTurn", agentId: due } as const]),
  ];
}
