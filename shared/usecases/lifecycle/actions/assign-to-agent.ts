import { decide } from "../../../domain/lifecycle/decide.ts";
import { commitDecided } from "../commit-decided.ts";
import { loadLead } from "../load-lead.ts";
import { obstacleTo } from "../obstacle-to.ts";
import { type ActionContext, type ActionResult, decisionContext, gone, roleRefusal } from "./action-context.ts";

/**
 * D7: a leader chooses the agent. The same checks as for routing apply, but the reason that every assignment needs
 * overrides them, and the history says what was overridden. Nobody inactive is given a lead.
 */
export async function assignToAgent(
  context: ActionContext,
  { agentId, reason }: { readonly agentId: string; readonly reason: string },
): Promise<ActionResult> {
  const { ports, config, routing, caller, leadId, key } = context;
  const lead = await loadLead(ports, leadId);
  if (lead === undefined) return gone;
  const overridden = await obstacleTo(ports, config, agentId);
  const committed = await commitDecided(
    ports,
    routing,
    lead.state,
    (state) =>
      roleRefusal(context, "assign", state) ??
      decide({ type: "assign", by: caller.agentId, agentId, reason, overridden }, state, decisionContext(context)),
    { key, force: true },
  );
  return { committed, body: lead.body };
}
