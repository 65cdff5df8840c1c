import { mayDecline } from "../../../domain/guard-rails/assigned-decline.ts";
import { refused } from "../../../domain/lifecycle/command.ts";
import { declineStands } from "../../../domain/lifecycle/commands/offer-commands.ts";
import { commitPlaced } from "../commit-placed.ts";
import { nextPlacement } from "../next-placement.ts";
import { type ActionContext, type ActionResult, gone, roleRefusal } from "./action-context.ts";

/**
 * D1: declined, and offered to the next agent (or given to the manager, or pooled) in the same commit. Who picks leads may not
 * decline assigned ones, where the plan says so (E4).
 */
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
      stands: (state) =>
        roleRefusal(context, "decline", state) ??
        declineStands(state, by) ??
        (mayDecline(routing.plan, routing.agents.get(by)) ? undefined : refused({ kind: "notDeclinable" })),
      choose: (items) => nextPlacement(ports, routing, items, "declined"),
      command: (next) => ({ type: "decline", by, reason: input.reason, next }),
    },
    { key },
  );
  return { committed, body: lead.body };
}
