import { type ComparedLead, type Placement, takersOf, type World } from "./placement.ts";

/** Why a lead has another fate: the first of these that differs. */
export type ChangeReason = "temperature" | "score" | "rule" | "waits" | "turn";

/** A lead that would have gone elsewhere. */
export interface ChangedLead {
  readonly leadId: string;
  readonly name: string;
  readonly at: number;
  readonly from: Placement;
  readonly to: Placement;
  readonly why: ChangeReason;
}

/** How many are named; the rest only counted. */
export const mostChangesShown = 100;

/**
 * The leads whose agent or outcome is another by the changed plan than in the world it is compared with: all counted, the
 * first hundred in order of arrival with the reason.
 */
export function changedHands(
  leads: readonly ComparedLead[],
  against: World,
): { readonly count: number; readonly items: readonly ChangedLead[] } {
  let count = 0;
  const items: ChangedLead[] = [];
  for (const lead of leads) {
    const [from, to] = [lead.in[against], lead.in.changed];
    if (!from || !to || sameFate(from, to)) continue;
    count += 1;
    if (items.length < mostChangesShown) {
      items.push({ leadId: lead.leadId, name: lead.name, at: lead.at, from, to, why: reasonOf(from, to) });
    }
  }
  return { count, items };
}

function sameFate(from: Placement, to: Placement): boolean {
  return from.outcome === to.outcome && takersOf(from).join(" ") === takersOf(to).join(" ");
}

function reasonOf(from: Placement, to: Placement): ChangeReason {
  if (from.ruleId !== to.ruleId || from.outcome !== to.outcome) {
    if (from.temperature !== to.temperature) return "temperature";
    if (from.outcome === "nurture" || to.outcome === "nurture") return "score";
    if (from.ruleId !== to.ruleId) return "rule";
    if (from.outcome === "waiting" || to.outcome === "waiting") return "waits";
  }
  return "turn";
}
