import type { LeadCaller, Standing } from "../../../domain/lifecycle/access.ts";
import { standingOf } from "../../../domain/lifecycle/access.ts";
import { shareLeadId } from "../../../domain/shares/share-lead-id.ts";
import type { LeadState } from "../../../schemas/lead/lead.ts";
import { mostShares } from "../../../schemas/lead/share.ts";
import type { Configuration, Ports } from "../../ports/ports.ts";
import { createShares } from "../create-shares.ts";
import { sharesOf } from "./shares-of.ts";

type SharePorts = Pick<Ports, "clock" | "config" | "ids" | "leads" | "loads">;

/** All shares of a lead that was shared; those the stream has not made yet are made now. */
export async function standingShares(ports: SharePorts, parent: LeadState): Promise<readonly LeadState[]> {
  const found = await sharesOf(ports, parent);
  if (found.length === parent.shares?.given.length || parent.status === "erased") return found;
  await createShares(ports, parent.leadId);
  return sharesOf(ports, parent);
}

const own: readonly (readonly Standing[])[] = [["offeree", "owner"], ["former"]];

/** The caller's own share: the one they have, else one they were asked about before. */
export function ownShare(
  shares: readonly LeadState[],
  caller: LeadCaller,
  circle: Pick<Configuration, "agents" | "teams">,
): LeadState | undefined {
  const standings = shares.map((share) => ({ share, standing: standingOf(caller, share, circle) }));
  for (const wanted of own) {
    const found = standings.find(({ standing }) => wanted.includes(standing));
    if (found) return found.share;
  }
  return undefined;
}

/** The lead id of the share that `?share=` names; undefined for a name that no share can have. */
export function namedShare(parentId: string, shareId: string): string | undefined {
  const n = Number(shareId);
  return Number.isInteger(n) && n >= 1 && n <= mostShares ? shareLeadId(parentId, n) : undefined;
}
