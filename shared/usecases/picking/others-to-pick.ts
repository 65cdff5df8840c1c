import { accessibleAt, type Look, missedUntil, postedAt } from "../../domain/guard-rails/obstacle-to-pick.ts";
import { owedKinds } from "../../domain/guard-rails/ratios.ts";
import { type LeadCaller, mayAct } from "../../domain/lifecycle/access.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { isToPick } from "./pick-look.ts";

/** Of the leads that wait longest; those that agents leave behind are among them. */
const mostLookedAt = 200;

/**
 * What else the agent could pick now, for the ratios (E4): nothing that others have open or may take before. Empty while
 * nothing is owed, so that most claims need no look at the list.
 */
export async function othersToPick(
  ports: Pick<Ports, "leads">,
  config: Configuration,
  caller: LeadCaller,
  look: Look,
): Promise<readonly LeadState[]> {
  const { picks, rails, now } = look;
  if (rails.ratios === false || owedKinds(picks.claims, rails.ratios).length === 0) return [];
  const { items } = await ports.leads.listByStatus("pooled", { limit: mostLookedAt });
  return (await ports.leads.states(items)).filter(
    (state) =>
      state.status === "pooled" &&
      isToPick(state) &&
      missedUntil(look, state.leadId) === undefined &&
      accessibleAt(look, postedAt(state)) <= now &&
      mayAct(caller, "claim", state, config) === "yes",
  );
}
