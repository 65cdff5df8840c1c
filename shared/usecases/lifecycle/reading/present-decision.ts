import { decisionNow } from "../../lead-view.ts";
import type { Ports } from "../../ports/ports.ts";
import { eventsOf } from "../lead-events.ts";
import type { LeadItems } from "../routed-placement.ts";

/**
 * The lead with the decision by which it is where it is (F6). BODY keeps the first; of a lead that was routed again and has
 * moved on since, the history has it. Whoever got it from a person has none.
 */
export async function withPresentDecision(ports: Pick<Ports, "leads">, lead: LeadItems): Promise<LeadItems> {
  const { state, body } = lead;
  if (body.decision === undefined || decisionNow(state, body) !== undefined) return lead;
  const events = await eventsOf(ports.leads, state);
  const decision = events.findLast((event) => event.decision !== undefined)?.decision;
  return decision === undefined ? lead : { state, body: { ...body, decision } };
}
