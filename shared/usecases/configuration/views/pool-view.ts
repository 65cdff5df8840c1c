import { EQUAL_SHARE } from "../../../domain/eligibility/ramp.ts";
import { rounded } from "../../../domain/figures/rates.ts";
import type { MemberStanding } from "../../../domain/rotation/standing.ts";

/** One member's turns in the pool's present epoch, in leads: received + gone = due + deviation. */
export interface PoolMemberView {
  readonly agentId: string;
  readonly weight: number;
  /** Part of the pool's turns, 0–1. */
  readonly share: number;
  /** Leads that came by a ticket. */
  readonly received: number;
  /** The share of this epoch's tickets, with what was carried over from earlier ones. */
  readonly due: number;
  readonly deviation: number;
  /** Turns that passed, by reason; `unused`: drawn by a request that did not finish, or has not yet. */
  readonly gone: Readonly<Record<string, number>>;
  /** Turns over the pool's whole life. */
  readonly lifetime: { readonly turns: number; readonly due: number };
}

/** A rotation as everybody may see it. `epoch` 0: nobody can take a turn now. */
export interface PoolView {
  readonly poolId: string;
  readonly ruleId: string;
  readonly epoch: number;
  readonly members: readonly PoolMemberView[];
  /** Whose turns come next. */
  readonly next: readonly string[];
  readonly leftOut: readonly { readonly agentId: string; readonly reason: string }[];
  /** How many of a large pool are not shown; nobody of them is further from the due share than those who are. */
  readonly more?: { readonly members: number; readonly leftOut: number };
}

/** The pool with at most so many rows in each list: of its members those who are furthest from their due share. */
export function shortened(pool: PoolView, rows: number): PoolView {
  const { members, leftOut } = pool;
  if (members.length <= rows && leftOut.length <= rows) return pool;
  const furthest = members.toSorted((a, b) => Math.abs(b.deviation) - Math.abs(a.deviation)).slice(0, rows);
  const shown = new Set(furthest);
  return {
    ...pool,
    members: members.filter((member) => shown.has(member)),
    leftOut: leftOut.slice(0, rows),
    more: { members: members.length - furthest.length, leftOut: Math.max(0, leftOut.length - rows) },
  };
}

interface Tickets {
  readonly used: readonly number[];
  readonly gone: readonly { readonly n: number; readonly reason: string }[];
}

/** The members' view from their standing and what became of tickets 1, 2, 3…, whose holders are `turns`. */
export function memberViews(
  members: readonly MemberStanding[],
  turns: readonly string[],
  { used, gone }: Tickets,
): readonly PoolMemberView[] {
  const usedNumbers = new Set(used);
  const reasons = new Map(gone.map(({ n, reason }) => [n, reason]));
  const fates = Map.groupBy(turns.keys(), (i) => turns[i]);
  return members.map(({ agentId, weight, share, received, due, deviation }) => {
    const own = (fates.get(agentId) ?? []).map((i) =>
      usedNumbers.has(i + 1) ? "received" : (reasons.get(i + 1) ?? "unused"),
    );
    const passed = Map.groupBy(
      own.filter((fate) => fate !== "received"),
      (fate) => fate,
    );
    return {
      agentId,
      weight: weight / EQUAL_SHARE,
      share: rounded(share),
      received: own.filter((fate) => fate === "received").length,
      due: rounded(own.length - deviation),
      deviation: rounded(deviation),
      gone: Object.fromEntries([...passed].map(([fate, all]) => [fate, all.length])),
      lifetime: { turns: received, due: rounded(due) },
    };
  });
}
