import { decidesReturn } from "../../../domain/lifecycle/access.ts";
import { refused } from "../../../domain/lifecycle/command.ts";
import { returnableUntil } from "../../../domain/lifecycle/commands/return-commands.ts";
import { decide } from "../../../domain/lifecycle/decide.ts";
import { commitDecided } from "../commit-decided.ts";
import { loadLead } from "../load-lead.ts";
import { type ActionContext, type ActionResult, decisionContext, gone, roleRefusal } from "./action-context.ts";

/**
 * A6: reported by the owner, confirmed or refused by a leader of the team, a manager or an admin. A leader does not
 * decide on a lead of their own: the turn that comes back would be theirs.
 */
export async function returnLead(
  context: ActionContext,
  { reason, refuse }: { readonly reason: string; readonly refuse?: boolean | undefined },
): Promise<ActionResult> {
  const { ports, config, routing, caller, leadId, key } = context;
  const lead = await loadLead(ports, leadId);
  if (lead === undefined) return gone;
  // What is taken back from a buyer is between us and the buyer: the source is asked only for the lead as a whole (C11).
  const sold = lead.state.share?.buyerId !== undefined;
  const until = sold ? undefined : returnableUntil(lead.state, config.sources.get(lead.state.sourceId));
  const committed = await commitDecided(
    ports,
    routing,
    lead.state,
    (state) => {
      const refusal = roleRefusal(context, "return", state);
      if (refusal !== undefined) return refusal;
      const decides = decidesReturn(caller, state, config);
      const by = caller.agentId;
      if (refuse !== true)
        return decide({ type: "return", by, reason, decides, until }, state, decisionContext(context));
      if (!decides) return refused({ kind: "forbidden" });
      return decide({ type: "refuseReturn", by, reason }, state, decisionContext(context));
    },
    { key },
  );
  return { committed, body: lead.body };
}
