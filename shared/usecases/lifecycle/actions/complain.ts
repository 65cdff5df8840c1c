import { complaintReaders } from "../../../domain/complaints/complaint-readers.ts";
import { decisionAtIssue, hasComplained } from "../../../domain/complaints/decision-at-issue.ts";
import { withComplaints } from "../../../domain/complaints/kept-complaints.ts";
import { unchanged } from "../../../domain/lifecycle/command.ts";
import { decide } from "../../../domain/lifecycle/decide.ts";
import { commitDecided } from "../commit-decided.ts";
import { commitsOf } from "../lead-events.ts";
import { loadLead } from "../load-lead.ts";
import {
  type ActionContext,
  type ActionResult,
  decisionContext,
  gone,
  roleRefusal,
  withRoom,
} from "./action-context.ts";

/**
 * E8, F4: an agent complains about how the lead was given out: about the latest decision, once. Whoever sees the lead may,
 * or was asked, or saw it in the pool before somebody claimed it. The reason goes into BODY with what follows from the
 * commit, so that it is kept however this request ends, and erased with the person's data.
 */
export async function complain(context: ActionContext, { reason }: { readonly reason: string }): Promise<ActionResult> {
  const { ports, config, routing, caller, leadId, key } = context;
  const lead = await loadLead(ports, leadId);
  if (lead === undefined) return gone;
  const { body } = lead;
  const by = caller.agentId;
  const commits = await commitsOf(ports.leads, lead.state);
  const decision = decisionAtIssue(commits);
  const stands = hasComplained(commits, by, decision);
  const { about } = decision;
  const after = withComplaints(body, [{ version: lead.state.version + 1, at: ports.clock.now(), by, about, reason }]);
  const committed = await commitDecided(
    ports,
    routing,
    lead.state,
    (state) => {
      const refusal = roleRefusal(context, "complain", state);
      if (refusal !== undefined) return refusal;
      if (stands && state.status !== "erased") return unchanged;
      return withRoom(decide({ type: "complain", by, reason, decision }, state, decisionContext(context)), body, after);
    },
    { key },
  );
  const { agentIds: readers } = complaintReaders({ ...decision, actor: `agent:${by}` }, config);
  return { committed, body, readers };
}
