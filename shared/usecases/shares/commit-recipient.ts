import type { Context, Decided } from "../../domain/lifecycle/command.ts";
import type { Placement } from "../../domain/lifecycle/place.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import { type Committed, commitDecided } from "../lifecycle/commit-decided.ts";
import { passTicket } from "../lifecycle/give-back-place.ts";
import type { RoutingConfig } from "../routing-config.ts";
import { nextRecipient, type RecipientPorts, type SharedLead } from "./next-recipient.ts";

const nowhere: Placement = { to: "unsold" };

/**
 * Commits what a buyer's answer makes of the share, together with who gets it next. What was reserved or drawn for a
 * commit that did not come to be is given back. `choose: false`: nobody gets it next.
 */
export async function commitRecipient(
  ports: RecipientPorts,
  config: RoutingConfig,
  lead: SharedLead,
  decideOn: (state: LeadState, next: Placement, context: Context) => Decided,
  { choose = true }: { readonly choose?: boolean } = {},
): Promise<Committed> {
  const next = choose ? await nextRecipient(ports, config, lead) : nowhere;
  const committed = await commitDecided(
    ports,
    config,
    lead.state,
    (state) => decideOn(state, next, { now: ports.clock.now(), plan: config.plan }),
    { ...("agentId" in next && { reserved: next.agentId }) },
  );
  if (committed.outcome !== "done" || !committed.changed) await passTicket(ports, lead.state.leadId, next);
  return committed;
}
