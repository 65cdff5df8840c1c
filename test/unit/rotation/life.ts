import { carry } from "../../../shared/domain/rotation/carry.ts";
import { NO_CREDITS } from "../../../shared/domain/rotation/credits.ts";
import { openCursor } from "../../../shared/domain/rotation/cursor.ts";
import type { Credits, Member, Roster } from "../../../shared/schemas/rotation.ts";

export const FULL = 10_000;

/** Members `{ A: 1, B: 2 }`, in this order, with weights in equal shares. */
export function members(shares: Readonly<Record<string, number>>, tier?: string): Member[] {
  return Object.entries(shares).map(([agentId, share]) => {
    const weight = Math.round(share * FULL);
    return tier === undefined ? { agentId, weight } : { agentId, weight, tier };
  });
}

export interface Life {
  /** Draws tickets from one roster, then closes its epoch; returns their holders. */
  epoch(roster: Roster, tickets: number): readonly string[];
  credits(): Credits;
  received(agentId: string): number;
  due(agentId: string): number;
  /** The furthest that anybody ever was from the due share, in leads, at any ticket. */
  worst(): number;
}

/**
 * A pool through all its epochs. What is due is counted here apart from the domain's credits: with every ticket, each
 * member of the roster is due its weight's part of a lead, in a tier of the tier's tickets.
 */
export function life(): Life {
  let credits = NO_CREDITS;
  let worst = 0;
  const due = new Map<string, number>();
  const received = new Map<string, number>();
  const add = (to: Map<string, number>, key: string, amount: number) => to.set(key, (to.get(key) ?? 0) + amount);

  return {
    epoch(roster, tickets) {
      const cursor = openCursor(roster, credits);
      const holders: string[] = [];
      for (let n = 1; n <= tickets; n++) {
        const turn = cursor.turn(n);
        if (!turn) throw new Error("nobody to draw");
        const lane = roster.tiers ? roster.members.filter(({ tier }) => tier === turn.tier) : roster.members;
        const total = lane.reduce((sum, { weight }) => sum + weight, 0);
        for (const { agentId, weight } of lane) add(due, agentId, weight / total);
        add(received, turn.agentId, 1);
        holders.push(turn.agentId);
        for (const { agentId } of lane) {
          worst = Math.max(worst, Math.abs((due.get(agentId) ?? 0) - (received.get(agentId) ?? 0)));
        }
      }
      credits = carry(roster, credits, tickets);
      return holders;
    },
    credits: () => credits,
    received: (agentId) => received.get(agentId) ?? 0,
    due: (agentId) => due.get(agentId) ?? 0,
    worst: () => worst,
  };
}

/** How often each one occurs. */
export function counts(holders: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(holders, (holder) => holder)].map(([key, list]) => [key, list.length]));
}

/** A generator of numbers from 0 to 1 (mulberry32), so that a long random life is the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
