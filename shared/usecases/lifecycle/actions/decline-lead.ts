import { declineStands } from "../../../domain/lifecycle/commands/offer-commands.ts";
import { commitPlaced } from "../commit-placed.ts";
import { nextPlacement } from "../next-placement.ts";
import { type ActionContext, type ActionResult, gone, roleRefusal } from "./action-context.ts";

/** D1: declined, and offered to the next agent (or given to the manager, or pooled) in the same commit. */
export async function declineLead(context: ActionContext, input: { readonly reason: string }): Promise<ActionResult> {
  const { ports, routing, caller, leadId, key } = context;
  const by = caller.agentId;
  const lead = await ports.leads.load(leadId, { consistent: true });
  if (lead === undefined) return gone;
  const committed = await commitPlaced(
    ports,
    routing,
    lead,
    {
      stands: (state) => roleRefusal(context, "decline", state) ?? declineStands(state, by),
      choose: (items) => nextPlacement(ports, routing, items, "declined"),
      command: (next) => ({ type: "decline", by, reason: input.reason, next }),
    },
    { key },
  );
  return { committed, body: lead.body };
}
