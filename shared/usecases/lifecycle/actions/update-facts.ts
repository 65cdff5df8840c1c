import { normaliseFacts } from "../../../domain/intake/facts/normalise-facts.ts";
import { decide } from "../../../domain/lifecycle/decide.ts";
import { areasOf } from "../../../domain/routing/areas.ts";
import type { LeadBody } from "../../../schemas/lead/lead.ts";
import type { LeadFacts } from "../../../schemas/lead/lead-input.ts";
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

export type FactsResult =
  | ActionResult
  | { readonly problems: readonly { readonly pointer: string; readonly detail: string }[] };

/** Facts found later (C6), standardised like those of the sender (A2); a field that is sent replaces the one there. */
export async function updateFacts(context: ActionContext, input: LeadFacts): Promise<FactsResult> {
  const { ports, config, routing, caller, leadId, key } = context;
  const lead = await loadLead(ports, leadId);
  if (lead === undefined) return gone;
  const country = config.sources.get(lead.state.sourceId)?.country ?? routing.plan.defaultCountry;
  const normalised = normaliseFacts(input, lead.body.facts.country ?? country);
  if (!normalised.accepted) return { problems: normalised.problems };
  const found = (body: LeadBody) => withFacts(body, normalised.facts, config.areas);
  const committed = await commitDecided(
    ports,
    routing,
    lead.state,
    (state) =>
      roleRefusal(context, "update", state) ??
      withRoom(
        decide({ type: "update", actor: `agent:${caller.agentId}` }, state, decisionContext(context)),
        lead.body,
        found(lead.body),
      ),
    { key },
  );
  if (committed.outcome !== "done") return { committed, body: lead.body };
  return withAddition(committed, await rewriteBody(ports, leadId, found));
}

function withFacts(body: LeadBody, found: LeadBody["facts"], areas: Parameters<typeof areasOf>[1]): LeadBody {
  const custom = { ...body.facts.custom, ...found.custom };
  const facts = { ...body.facts, ...found, ...(Object.keys(custom).length > 0 && { custom }) };
  const lies = areasOf(facts, areas);
  const { areas: before, ...rest } = body;
  return { ...rest, facts, ...(lies.length > 0 && { areas: [...lies] }) };
}
