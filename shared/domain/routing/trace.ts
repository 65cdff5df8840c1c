import type { GoneTicket, MixDraw, SkipReason, Ticket } from "../../schemas/decision.ts";
import { EQUAL_SHARE } from "../eligibility/ramp.ts";
import type { Cursor } from "../rotation/cursor.ts";
import type { Lineup } from "./lineup.ts";

/** Somebody who could have had the lead, with the weight and share that decide how soon. */
export interface Runner {
  readonly agentId: string;
  /** 1: a full turn, as an admin enters it. */
  readonly weight?: number;
  readonly share?: number;
}

/** How one method looked at its pool: what a decision tells about it. */
export interface PoolTrace {
  readonly method: string;
  readonly poolId?: string;
  readonly ticket?: Ticket;
  readonly gone?: readonly GoneTicket[];
  /** Who could have had it, the next in line first. */
  readonly runners: readonly Runner[];
  readonly leftOut: ReadonlyMap<string, SkipReason>;
  /** Of a mix: which part's turn it was. */
  readonly mix?: MixDraw;
}

/** A line-up stands for many leads, and so do its members' shares. */
const shares = new WeakMap<Lineup, ReadonlyMap<string, Runner>>();

/** The line-up's members with their shares, in the order given. */
export function runnersOf(lineup: Lineup, agentIds: readonly string[]): readonly Runner[] {
  const known = shares.get(lineup) ?? sharesOf(lineup);
  shares.set(lineup, known);
  return agentIds.map((agentId) => known.get(agentId) ?? { agentId, weight: 0, share: 0 });
}

function sharesOf({ members }: Lineup): ReadonlyMap<string, Runner> {
  const total = members.reduce((sum, member) => sum + member.weight, 0);
  return new Map(
    members.map(({ agentId, weight }) => {
      const share = Math.round((weight / total) * 10_000) / 10_000;
      return [agentId, { agentId, weight: weight / EQUAL_SHARE, share }];
    }),
  );
}

/** The next different agents in line from ticket n on, at most `count`, looking at most `ahead` tickets far. */
export function nextInLine(cursor: Cursor, n: number, count: number, ahead = 50): readonly string[] {
  const found = new Set<string>();
  for (let i = n; i < n + ahead && found.size < count; i++) {
    const turn = cursor.turn(i);
    if (turn) found.add(turn.agentId);
  }
  return [...found];
}

/** How many were left out, by reason. */
export function countReasons(leftOut: ReadonlyMap<string, SkipReason>): Readonly<Record<string, number>> {
  const byReason = Map.groupBy(leftOut.values(), (reason) => reason);
  return Object.fromEntries([...byReason].map(([reason, all]) => [reason, all.length]));
}
