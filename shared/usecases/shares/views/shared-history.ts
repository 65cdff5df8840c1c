import type { Viewer } from "../../lead-view.ts";
import { type HistoryEntry, leadHistory } from "../../lifecycle/reading/lead-history.ts";
import type { LeadItems } from "../../lifecycle/routed-placement.ts";
import type { Ports } from "../../ports/ports.ts";
import { sharesOf } from "./shares-of.ts";

/**
 * What happened to a lead that was shared, its shares included, in the order of time: each entry of a share names it, and
 * counts that share's versions.
 */
export async function sharedHistory(
  ports: Pick<Ports, "leads">,
  { state, body }: LeadItems,
  viewer: Viewer,
): Promise<readonly HistoryEntry[]> {
  const { decision: _, ...undecided } = body;
  const shares = await sharesOf(ports, state);
  const ofShares = await Promise.all(
    shares.map(async (share) => {
      const entries = await leadHistory(ports, { state: share, body: undecided }, viewer);
      return entries.map((entry): HistoryEntry => ({ ...entry, shareId: share.share?.shareId }));
    }),
  );
  const all = [...(await leadHistory(ports, { state, body }, viewer)), ...ofShares.flat()];
  return all.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
