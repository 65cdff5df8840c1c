import type { Claim } from "../../schemas/picks.ts";
import type { CherryPick } from "../../schemas/plan/cherry-pick.ts";
import type { Temperature } from "../../schemas/primitives.ts";
import type { Kind, Obstacle } from "./obstacle.ts";

export type Ratios = Exclude<CherryPick["ratios"], false>;
/** What the ratios look at of a lead. */
export type KindOfLead = { readonly temperature: Temperature; readonly aged?: boolean | undefined };

const kinds = ["mild", "aged"] as const;

/** Whether a lead counted as aged or low priority then (E4): it had arrived so long before (ms), or is cold. */
export function isAged(
  lead: { readonly temperature: Temperature; readonly receivedAt: number },
  agedAfter: number,
  at: number,
): boolean {
  return lead.temperature === "cold" || at - lead.receivedAt >= agedAfter;
}

/** What the agent's next claim has to be (E4): not hot after so many hot ones in a row, aged or cold once in so many. */
export function owedKinds(claims: readonly Claim[], { hotPerWarm, agedOf }: Ratios): readonly Kind[] {
  const lasts = (count: number, of: (claim: Claim) => boolean) =>
    claims.length >= count && claims.slice(claims.length - count).every(of);
  return [
    ...(hotPerWarm !== false && lasts(hotPerWarm, ({ temperature }) => temperature === "hot") ? ["mild" as const] : []),
    ...(agedOf !== false && lasts(agedOf - 1, ({ aged }) => aged !== true) ? ["aged" as const] : []),
  ];
}

/**
 * A lead is not to be picked for a ratio while another is there that would make up for more of what is owed (E4). So
 * a ratio is not asked for when no such lead is there, and of two that each make up for one part, either may be taken.
 */
export function ratioObstacle(
  claims: readonly Claim[],
  lead: KindOfLead,
  others: readonly KindOfLead[],
  ratios: Ratios,
): Obstacle | undefined {
  const owed = owedKinds(claims, ratios);
  const lacking = owed.filter((kind) => !isOf(lead, kind));
  for (const kind of kinds.filter((each) => lacking.includes(each))) {
    const better = others.some(
      (other) => isOf(other, kind) && owed.every((each) => isOf(other, each) || lacking.includes(each)),
    );
    if (better) return { reason: "ratio", kind, of: (kind === "mild" ? ratios.hotPerWarm : ratios.agedOf) || 0 };
  }
  return undefined;
}

function isOf({ temperature, aged }: KindOfLead, kind: Kind): boolean {
  return kind === "mild" ? temperature !== "hot" : aged === true;
}
