import { decide } from "../../domain/lifecycle/decide.ts";
import { nextDueAt } from "../../domain/lifecycle/due.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import { commitDecided } from "../lifecycle/commit-decided.ts";
import type { RoutingConfig } from "../routing-config.ts";
import type { ReconcilePorts } from "./reconcile.ts";

const minute = 60_000;
/** A timer may be late for so long without anything being wrong: retries, a busy stream. */
const patience = 5 * minute;
/** After so long even a running execution is taken for stuck. */
const stuckAfter = 60 * minute;

/**
 * Leads whose deadline has passed and nothing happened. Without a running execution of their cycle, or with one that is
 * stuck, they get a new cycle: the consumer starts its execution and ends the old one. A lead whose latest version is not
 * in its history is parked besides: counted, for the log and the alarm.
 */
export async function repairTimers(
  ports: ReconcilePorts,
  config: RoutingConfig,
  leads: readonly LeadState[],
): Promise<{ readonly repaired: number; readonly lagging: number }> {
  const now = ports.clock.now();
  let repaired = 0;
  let lagging = 0;
  for (const lead of leads) {
    const overdue = now - (nextDueAt(lead) ?? now);
    if (overdue <= patience) continue;
    const history = await ports.leads.history(lead.leadId);
    if ((history.at(-1)?.to ?? 0) < lead.version) lagging += 1;
    if (overdue <= stuckAfter && (await ports.workflow.running(lead.leadId, lead.cycle))) continue;
    const committed = await commitDecided(ports, config, lead, (state) =>
      state.cycle === lead.cycle && now - (nextDueAt(state) ?? now) > patience
        ? decide({ type: "repair" }, state, { now: ports.clock.now(), plan: config.plan })
        : { accepted: true },
    );
    if (committed.outcome === "done" && committed.changed) repaired += 1;
  }
  return { repaired, lagging };
}
