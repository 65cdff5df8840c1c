import type { GoneTicket, SkipReason, Ticket } from "../../schemas/decision.ts";
import type { Cursor } from "../rotation/cursor.ts";
import type { Lineup } from "./lineup.ts";

/** Somebody who could have had the lead, with the weight and share that decide how soon. */
export interface Runner {
  readonly agentId: string;
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
}

/** The line-up's members with their shares, in the order given. */
export function runnersOf(lineup: Lineup, agentIds: readonly string[]): readonly Runner[] {
  const total = lineup.members.reduce((sum, member) => sum + member.weight, 0);
  const weights = new Map(lineup.members.map((member) => [member.agentId, member.weight]));
  return agentIds.map((agentId) => {
    const weight = weights.get(agentId) ?? 0;
    return { agentId, weight, share: Math.round((weight / total) * 10_000) / 10_000 };
  });
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
