import type { Credits, Roster } from "../../schemas/rotation.ts";
import { accountOf } from "./credits.ts";
import { type Lane, lanesOf } from "./lanes.ts";
import { quotaSchedule } from "./quota-schedule.ts";

/** Whose turn a ticket is: the agent, and the tier whose turn it is ("" in a pool without tiers). */
export interface Turn {
  readonly agentId: string;
  readonly tier: string;
}

/**
 * The schedule of one epoch, worked out as far as somebody asked. It remembers every turn, so a container that keeps it
 * pays only for the tickets drawn since, and asking again for an old ticket gives the same answer.
 */
export interface Cursor {
  /** The turn of ticket n (1, 2, 3… of this epoch); undefined when the roster has nobody to draw. */
  turn(n: number): Turn | undefined;
}

/**
 * A cursor at the start of the epoch that begins with these credits. Tiers take turns by their shares, and inside each
 * tier its members by their weights, counted in the tier's own tickets: one schedule over all, weighted by share ×
 * weight, would miss a tier's share by leads (22 of them in the worst case measured).
 */
export function openCursor(roster: Roster, credits: Credits): Cursor {
  const turns: Turn[] = [];
  let draw: (() => Turn | undefined) | undefined;

  return {
    turn(n) {
      draw ??= rosterSchedule(roster, credits);
      while (turns.length < n) {
        const next = draw();
        if (!next) return undefined;
        turns.push(next);
      }
      return turns[n - 1];
    },
  };
}

function rosterSchedule(roster: Roster, credits: Credits): () => Turn | undefined {
  const lanes = lanesOf(roster);
  const inside = lanes.map((lane) => memberSchedule(lane, credits));
  const [only, ...others] = inside;
  if (only && others.length === 0) return only;
  const tiers = quotaSchedule(
    lanes.map(({ tier, share }) => ({ weight: share, credit: accountOf(credits.tiers, tier).credit })),
  );
  return () => inside[tiers.next() ?? 0]?.();
}

function memberSchedule({ tier, members }: Lane, credits: Credits): () => Turn | undefined {
  const turns = members.map(({ agentId }) => ({ agentId, tier }));
  const schedule = quotaSchedule(
    members.map(({ agentId, weight }) => ({ weight, credit: accountOf(credits.members, agentId).credit })),
  );
  return () => turns[schedule.next() ?? 0];
}

/** The turns of tickets from…to, both included; fewer when the roster has nobody to draw. */
export function turnsBetween(cursor: Cursor, from: number, to: number): readonly Turn[] {
  const turns: Turn[] = [];
  for (let n = from; n <= to; n++) {
    const turn = cursor.turn(n);
    if (turn) turns.push(turn);
  }
  return turns;
}
