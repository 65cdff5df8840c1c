import { decide } from "../../../domain/lifecycle/decide.ts";
import { eraseShares } from "../../shares/erase-shares.ts";
import { commitDecided } from "../commit-decided.ts";
import { loadLead } from "../load-lead.ts";
import { rewriteBody } from "../rewrite-body.ts";
import {
  type ActionContext,
  type ActionResult,
  decisionContext,
  gone,
  roleRefusal,
  withAddition,
} from "./action-context.ts";

/** H4: first the commit, then the personal data; erasing again finishes what was interrupted. */
export async function eraseLead(context: ActionContext): Promise<ActionResult> {
  const { ports, routing, caller, leadId } = context;
  const lead = await loadLead(ports, leadId);
  if (lead === undefined) return gone;
  const { share } = lead.state;
  // The person is in the lead that was shared and in all its shares: erased in one, erased in all (C11).
  if (share !== undefined) return eraseLead({ ...context, leadId: share.parentId });
  const committed = await commitDecided(
    ports,
    routing,
    lead.state,
    (state) =>
      roleRefusal(context, "erase", state) ??
      decide({ type: "erase", by: caller.agentId }, state, decisionContext(context)),
  );
  if (committed.outcome !== "done") return { committed, body: lead.body };
  if (committed.state.shares !== undefined) await eraseShares(ports, leadId);
  return withAddition(committed, await rewriteBody(ports, leadId, (body) => body));
}
