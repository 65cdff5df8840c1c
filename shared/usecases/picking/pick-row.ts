import { guardRailsOf } from "../../domain/guard-rails/guard-rails-of.ts";
import { postedAt } from "../../domain/guard-rails/obstacle-to-pick.ts";
import { isoDuration } from "../../domain/time/iso-duration.ts";
import type { LeadBody, LeadState } from "../../schemas/lead/lead.ts";
import type { LeadView, Viewer } from "../lead-view.ts";
import { listedFacts } from "./listed-facts.ts";

/** A lead that is to be picked, as the list shows it to everybody who may pick it (E1). `now`: epoch ms. */
export function pickRow(state: LeadState, body: LeadBody, { config: { plan } }: Viewer, now: number): LeadView {
  const { leadId, version, status, temperature, score, sourceId, receivedAt, deadlines } = state;
  const posted = postedAt(state);
  return {
    ...{ leadId, version, status, temperature, score, sourceId },
    ...listedFacts(body, guardRailsOf(plan ?? {}).transparency),
    receivedAt: new Date(receivedAt).toISOString(),
    since: new Date(posted).toISOString(),
    timeInQueue: isoDuration(now - posted),
    ...(deadlines.claim !== undefined && { deadlines: { claim: new Date(deadlines.claim).toISOString() } }),
    pick: true,
  };
}
