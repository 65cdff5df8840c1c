import type { GoneTicket, SkipReason, Ticket } from "../../schemas/lead/decision.ts";
import type { Roster } from "../../schemas/rotation.ts";
import type { Cursor } from "../rotation/cursor.ts";
import { counted, type LeftOut, leftOutBefore } from "./pools/left-out.ts";
import { fullReason, type Lineup } from "./pools/lineup.ts";
import { nobodyLeftOut, type PoolTrace, type Runner, type Runners, sharesOf, tierOf } from "./trace.ts";

/** A turn that somebody took, in the epoch it was drawn from. */
export interface TurnTaken {
  readonly agentId: string;
  readonly ticket: Ticket;
  readonly roster: Roster;
  readonly cursor: Cursor;
}

/** So many in line are found by the schedule, and so many tickets are looked at to find them. */
const mostNear = 7;
const mostAhead = 50;

/**
 * What a decision tells about a draw. What holds for the epoch as a whole is worked out once for each, so that one lead
 * costs as much in a pool of thousands as in one of ten. Without a turn nobody who takes turns had room.
 */
export function rotationTrace(
  lineup: Lineup,
  turn: TurnTaken | undefined,
  gone: readonly GoneTicket[],
  exclude: readonly string[],
): Pick<PoolTrace, "ticket" | "gone" | "tier" | "runners" | "leftOut"> {
  if (!turn) {
    // Who was full when their turn came is one of all who are.
    const own = ownReasons(lineup, undefined, [], exclude);
    return { gone, runners: [], leftOut: leftOutBefore(own, leftOutOfEpoch(lineup, undefined)) };
  }
  const own = ownReasons(lineup, turn.agentId, gone, exclude);
  const leftOut = leftOutBefore(own, leftOutOfEpoch(lineup, turn.roster));
  const tier = tierOf(lineup, turn.agentId);
  return { ticket: turn.ticket, gone, ...(tier && { tier }), runners: runnersOf(lineup, turn, own), leftOut };
}

/** Whom this lead alone leaves out: who was full when it was their turn, and who was asked before. */
function ownReasons(
  { agents }: Lineup,
  chosen: string | undefined,
  gone: readonly GoneTicket[],
  exclude: readonly string[],
): ReadonlyMap<string, SkipReason> {
  if (gone.length === 0 && exclude.length === 0) return nobodyLeftOut;
  const own = new Map<string, SkipReason>();
  for (const { agentId, reason } of gone) {
    if ((reason === "capacity" || reason === "quota") && agentId !== chosen) own.set(agentId, reason);
  }
  for (const agentId of exclude) if (agents.has(agentId)) own.set(agentId, "declined");
  return own;
}

const known = new WeakMap<Roster | Lineup, { readonly lineup: Lineup; readonly leftOut: LeftOut }>();

/**
 * Who fits and is there, but has no place in the epoch for want of room; before those the line-up leaves out. Without an
 * epoch nobody has room.
 */
function leftOutOfEpoch(lineup: Lineup, roster: Roster | undefined): LeftOut {
  if (roster?.members.length === lineup.members.length) return lineup.leftOut;
  const found = known.get(roster ?? lineup);
  if (found?.lineup === lineup) return found.leftOut;
  const playing = new Set(roster?.members.map(({ agentId }) => agentId));
  const full = lineup.members.filter(({ agentId }) => !playing.has(agentId));
  const before = leftOutBefore(
    new Map(full.map(({ agentId }) => [agentId, fullReason(lineup, agentId)])),
    lineup.leftOut,
  );
  // Whoever waits is told of everybody: that is asked of it lead after lead.
  const leftOut = roster ? before : counted(new Map(before));
  known.set(roster ?? lineup, { lineup, leftOut });
  return leftOut;
}

/** The chosen, the next in line by the schedule, then the others as they stand in the roster. */
function runnersOf(lineup: Lineup, taken: TurnTaken, own: ReadonlyMap<string, SkipReason>): Runners {
  const { members } = taken.roster;
  const shares = sharesOf(lineup);
  const runner = (agentId: string): Runner => shares.get(agentId) ?? { agentId, weight: 0, share: 0 };
  return {
    length: own.size === 0 ? members.length : members.filter(({ agentId }) => !own.has(agentId)).length,
    slice(from = 0, to = members.length) {
      const near = nextInLine(taken, own, Math.min(to, mostNear));
      if (to <= near.length) return near.slice(from, to).map(runner);
      const others = members.map(({ agentId }) => agentId).filter((agentId) => !own.has(agentId));
      return [...new Set([...near, ...others])].slice(from, to).map(runner);
    },
  };
}

/** The chosen and the next different agents in line, so many together. */
function nextInLine(
  { agentId: chosen, ticket: { n }, cursor }: TurnTaken,
  own: ReadonlyMap<string, SkipReason>,
  count: number,
): readonly string[] {
  const next = [chosen];
  for (let ahead = 1; ahead <= mostAhead && next.length < count; ahead++) {
    const agentId = cursor.turn(n + ahead)?.agentId;
    if (agentId !== undefined && !next.includes(agentId) && !own.has(agentId)) next.push(agentId);
  }
  return next;
}
