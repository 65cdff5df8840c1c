import type { Member, Roster } from "../../schemas/rotation.ts";

/** A part of the roster with a schedule of its own: a tier with its members, or the whole of a pool without tiers. */
export interface Lane {
  readonly tier: string;
  readonly share: number;
  readonly members: readonly Member[];
}

/** The lanes that can take a lead now. Tiers whose members are all away are left out: the others share their leads. */
export function lanesOf(roster: Roster): readonly Lane[] {
  const tiers = roster.tiers ?? [{ tier: "", share: 1 }];
  const named = new Set(tiers.map(({ tier }) => tier));
  const last = tiers.at(-1)?.tier;
  const byTier = Map.groupBy(roster.members, ({ tier }) => (tier !== undefined && named.has(tier) ? tier : last));
  return tiers
    .map(({ tier, share }) => ({ tier, share, members: byTier.get(tier) ?? [] }))
    .filter((lane) => lane.members.length > 0);
}
