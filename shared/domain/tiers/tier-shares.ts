import type { TiersPolicy } from "../../schemas/plan/tiers-policy.ts";
import type { Tier } from "../../schemas/rotation.ts";
import { tierNames } from "../../schemas/tier.ts";
import type { TierPlace } from "./tier-place.ts";

/** The largest share, in the rotation's whole numbers: fine enough for every percent, small enough to stay exact. */
const largest = 40_000;

/**
 * The shares of the tiers that take turns now, given the places of those who are there (C4). Each newcomer gets the mean of
 * what a member of B and one of C get (C3), with one of the two missing what the other gets; newcomers share as a tier of
 * their own beside the others, who keep their proportions. A tier that is empty leaves its share to all others.
 */
export function tierShares(places: readonly TierPlace[], { shares }: Pick<TiersPolicy, "shares">): readonly Tier[] {
  const count = (place: TierPlace) => places.filter((each) => each === place).length;
  const newcomers = count("newcomer");
  const perHead = (tier: "A" | "B" | "C") => (count(tier) === 0 ? [] : [shares[tier] / count(tier)]);
  const between = [...perHead("B"), ...perHead("C")];
  const each = mean(between.length > 0 ? between : perHead("A"));
  const all = [
    ...tierNames.map((tier) => ({ tier, share: shares[tier] })),
    ...(newcomers === 0 ? [] : [{ tier: "newcomer", share: newcomers * each }]),
  ];
  // A whole factor keeps the percentages as exact as they are.
  const factor = Math.max(1, Math.floor(largest / Math.max(...all.map(({ share }) => share))));
  return all.map(({ tier, share }) => ({ tier, share: Math.max(1, Math.round(share * factor)) }));
}

/** 1 where there is nobody to compare with. */
function mean(values: readonly number[]): number {
  return values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
