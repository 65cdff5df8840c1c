import type { LeadAction } from "../../../schemas/lead/lead-actions.ts";
import { type ActionOptions, actDirectly } from "./act-directly.ts";
import type { ActionContext, ActionResult } from "./action-context.ts";
import { assignToAgent } from "./assign-to-agent.ts";
import { claimLead } from "./claim-lead.ts";
import { complain } from "./complain.ts";
import { declineLead } from "./decline-lead.ts";
import { handOverLead } from "./hand-over-lead.ts";
import { openLead } from "./open-lead.ts";
import { qualifyLead } from "./qualify-lead.ts";
import { recordEngagement } from "./record-engagement.ts";
import { returnLead } from "./return-lead.ts";

/** One action of a person on a lead: load, decide, commit. */
export async function actOnLead(
  context: ActionContext,
  action: LeadAction,
  options: ActionOptions = {},
): Promise<ActionResult> {
  switch (action.type) {
    case "decline":
      return declineLead(context, action.input);
    case "handover":
      return handOverLead(context, action.input);
    case "assign":
      return assignToAgent(context, action.input);
    case "engagement":
      return recordEngagement(context, action.input);
    case "qualify":
      return qualifyLead(context, action.input);
    case "return":
      return returnLead(context, action.input);
    case "complain":
      return complain(context, action.input);
    case "claim":
      return claimLead(context);
    case "open":
      return openLead(context);
    default:
      return actDirectly(context, action, options);
  }
}
