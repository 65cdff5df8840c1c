import { holderOf } from "../../domain/lifecycle/holder.ts";
import type { Placement } from "../../domain/lifecycle/place.ts";
import { idOf } from "../../domain/shares/recipient.ts";
import { shareLeadId } from "../../domain/shares/share-lead-id.ts";
import type { Ports } from "../ports/ports.ts";

const mostAttempts = 5;

/**
 * Releases a place that was reserved for a commit which did not come to be, unless the lead is that agent's after all.
 * Released only if nothing was reserved for the agent since we looked: the lead might just be coming back to them. Looks
 * again a few times; the reconciler does later what a busy agent does not allow now.
 */
export async function giveBackPlace(
  ports: Pick<Ports, "leads" | "loads">,
  leadId: string,
  agentId: string,
): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const { leadIds, revision } = await ports.loads.heldWithRevision(agentId);
    if (!leadIds.includes(leadId)) return;
    const state = await ports.leads.state(leadId);
    if (state !== undefined && holderOf(state) === agentId) return;
    if (await ports.loads.releaseIfUnchanged(agentId, leadId, revision)) return;
  }
}

/** Accounts for the tickets of a placement that no commit used, and gives the places of its shares back. */
export async function passTicket(
  ports: Pick<Ports, "leads" | "loads" | "rotation">,
  leadId: string,
  placement: Placement,
): Promise<void> {
  if (placement.to === "shares") return passShares(ports, leadId, placement);
  if (placement.to !== "offer" && placement.to !== "owner") return;
  const { poolId, ticket } = placement.routed ?? {};
  if (poolId === undefined || ticket === undefined) return;
  await ports.rotation.recordGone(poolId, { ...ticket, agentId: placement.agentId, reason: "unused" });
}

async function passShares(
  ports: Pick<Ports, "leads" | "loads" | "rotation">,
  leadId: string,
  { shares, routed }: Extract<Placement, { readonly to: "shares" }>,
): Promise<void> {
  for (const [i, { recipient, ticket }] of shares.given.entries()) {
    if ("agentId" in recipient) await giveBackPlace(ports, shareLeadId(leadId, i + 1), recipient.agentId);
    if (routed?.poolId === undefined || ticket === undefined) continue;
    await ports.rotation.recordGone(routed.poolId, { ...ticket, agentId: idOf(recipient), reason: "unused" });
  }
}
