import { holderOf } from "../../domain/lifecycle/holder.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { RoutingConfig } from "../routing-config.ts";
import type { ReconcilePorts } from "./reconcile.ts";

/** Leads that count in nobody's load although somebody has them: they count again, or routing would overfill the agent. */
export async function restoreMissing(
  { leads: port, loads }: ReconcilePorts,
  { plan }: RoutingConfig,
  leads: readonly LeadState[],
): Promise<number> {
  const held = await loads.held([...new Set(leads.map((lead) => holderOf(lead) ?? ""))].filter(Boolean));
  let restored = 0;
  for (const lead of leads) {
    const holder = holderOf(lead);
    if (holder === undefined || held.get(holder)?.includes(lead.leadId) === true) continue;
    const current = await port.state(lead.leadId);
    if (current === undefined || holderOf(current) !== holder) continue;
    await loads.reserve(holder, lead.leadId, plan.capacity, { force: true });
    restored += 1;
  }
  return restored;
}
