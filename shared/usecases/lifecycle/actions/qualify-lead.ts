import { answerProblems } from "../../../domain/handover/checked-answers.ts";
import { type Found, metOf, readinessOf } from "../../../domain/handover/readiness.ts";
import { refused } from "../../../domain/lifecycle/command.ts";
import { decide } from "../../../domain/lifecycle/decide.ts";
import type { LeadBody } from "../../../schemas/lead/lead.ts";
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
  withRoom,
} from "./action-context.ts";

/**
 * C6, D5: qualified, with what was found out by the checklist of the lead's side; what was found before stays unless it
 * is found anew. A criterion that is not on the list is refused before anything changes.
 */
export async function qualifyLead(
  context: ActionContext,
  { checklist }: { readonly checklist?: Found | undefined },
): Promise<ActionResult> {
  const { ports, routing, caller, leadId, key } = context;
  const lead = await loadLead(ports, leadId);
  if (lead === undefined) return gone;
  const { checklists } = routing.plan;
  const problems = answerProblems(readinessOf(lead.body, checklists).criteria, checklist ?? {});
  const found = (body: LeadBody): LeadBody => ({ ...body, checklist: { ...body.checklist, ...checklist } });
  const after = found(lead.body);
  const met = checklist && metOf(readinessOf(after, checklists));
  const committed = await commitDecided(
    ports,
    routing,
    lead.state,
    (state) =>
      roleRefusal(context, "qualify", state) ??
      (problems.length > 0
        ? refused({ kind: "badAnswers", problems })
        : withRoom(
            decide({ type: "qualify", by: caller.agentId, met }, state, decisionContext(context)),
            lead.body,
            after,
          )),
    { key },
  );
  if (committed.outcome !== "done" || checklist === undefined) return { committed, body: lead.body };
  return withAddition(committed, await rewriteBody(ports, leadId, found));
}
