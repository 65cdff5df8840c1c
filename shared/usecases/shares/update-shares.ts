import type { LeadFacts } from "../../schemas/lead/lead-input.ts";
import type { ActionContext } from "../lifecycle/actions/action-context.ts";
import { type FactsResult, updateFacts } from "../lifecycle/actions/update-facts.ts";
import { ownShare, standingShares } from "./views/standing-shares.ts";

/**
 * Facts found later about a lead, whether it was shared or not (C11): whoever may change the lead as a whole changes all
 * its shares with it; a recipient only the own one, for the others compete.
 */
export async function updateFactsOf(context: ActionContext, facts: LeadFacts): Promise<FactsResult> {
  const result = await updateFacts(context, facts);
  if ("problems" in result) return result;
  const { committed } = result;
  if (committed.outcome === "gone" || committed.state.shares === undefined) return result;
  const shares = await standingShares(context.ports, committed.state);
  const { key: _, ...withoutKey } = context;
  if (committed.outcome === "done") {
    for (const { leadId } of shares) await updateFacts({ ...withoutKey, leadId }, facts);
    return result;
  }
  const own = committed.outcome === "refused" ? ownShare(shares, context.caller, context.config) : undefined;
  return own === undefined ? result : updateFacts({ ...context, leadId: own.leadId }, facts);
}
