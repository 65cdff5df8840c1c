import type { Accounts, Credits, Roster } from "../../schemas/rotation.ts";
import { carry } from "./carry.ts";
import { accountOf } from "./credits.ts";
import { lanesOf } from "./lanes.ts";
import { TURN } from "./quota-schedule.ts";

/** Received against due, in leads over the whole life of the pool; turns that passed count as received (F3). */
export interface Standing {
  readonly received: number;
  readonly due: number;
  /** `received − due`: above 0 had more than the share so far. */
  readonly deviation: number;
  /** The part of the next leads, 0…1: of the pool's, for a member the tier's share included. */
  readonly share: number;
}

export interface MemberStanding extends Standing {
  readonly agentId: string;
  readonly weight: number;
}

export interface TierStanding extends Standing {
  readonly tier: string;
}

/** How everyone on the roster stands after n tickets of the epoch that began with these credits, in rotation order. */
export function standings(
  roster: Roster,
  credits: Credits,
  n: number,
): { readonly members: readonly MemberStanding[]; readonly tiers: readonly TierStanding[] } {
  const after = carry(roster, credits, n);
  const lanes = lanesOf(roster);
  const allShares = sum(lanes.map((lane) => lane.share));
  const members = lanes.flatMap((lane) => {
    const allWeights = sum(lane.members.map((member) => member.weight));
    return lane.members.map(({ agentId, weight }) => {
      const share = (weight / allWeights) * (lane.share / allShares);
      return { agentId, weight, share, ...balance(after.members, agentId) };
    });
  });
  const tiers = lanes.map(({ tier, share }) => ({ tier, share: share / allShares, ...balance(after.tiers, tier) }));
  return { members, tiers: roster.tiers ? tiers : [] };
}

function balance(accounts: Accounts, key: string): Omit<Standing, "share"> {
  const { credit, received } = accountOf(accounts, key);
  const owed = credit / TURN;
  return { received, due: received + owed, deviation: 0 - owed };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
