import type { Ports } from "../ports/ports.ts";
import type { RoutingConfig } from "../routing-config.ts";
import { liveLeads } from "./live-leads.ts";
import { releaseLeaked } from "./release-leaked.ts";
import { repairTimers } from "./repair-timers.ts";
import { restoreMissing } from "./restore-missing.ts";

export type ReconcilePorts = Pick<Ports, "clock" | "ids" | "leads" | "loads" | "workflow">;

/** How much was found and put right; `lagging` leads need their parked stream records replayed, which is not ours to do. */
export interface Reconciled extends Record<string, number> {
  readonly repaired: number;
  readonly lagging: number;
  readonly restored: number;
  readonly released: number;
}

/** Compares the leads with what should follow from them: a timer, a history, a place in the holder's load. */
export async function reconcile(ports: ReconcilePorts, config: RoutingConfig): Promise<Reconciled> {
  const leads = await liveLeads(ports);
  return {
    ...(await repairTimers(ports, config, leads)),
    restored: await restoreMissing(ports, config, leads),
    released: await releaseLeaked(ports, [...config.agents.keys()], leads),
  };
}
