import { complaintsOf } from "../../domain/complaints/kept-complaints.ts";
import { neverOwned } from "../../domain/lifecycle/phase.ts";
import { complaintsIn, type LeadComplaint } from "../../domain/pick-watch/complaints.ts";
import { sizeClassOf } from "../../domain/pick-watch/size-class.ts";
import type { WatchedLead } from "../../domain/pick-watch/taken-leads.ts";
import type { Span } from "../../domain/time/open-days.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import { eventsOf } from "../lifecycle/lead-events.ts";
import type { Ports } from "../ports/ports.ts";
import { withShares } from "../shares/views/with-shares.ts";
import { receivedLeads } from "./received-leads.ts";

/** With what agents complained about (F4). */
export type WatchedWithComplaints = WatchedLead & { readonly complaints: readonly LeadComplaint[] };

/** So many leads are read in well under the 29 seconds that an answer may take. */
export const mostWatchedLeads = 5000;
/** Leads read at once. */
const atOnce = 25;

/**
 * The leads received in this span (epoch ms, its end not included), with their histories: by source and month from the
 * index, no scan. Undefined as soon as there are more than `mostWatchedLeads`.
 */
export async function watchedLeads(
  { leads }: Pick<Ports, "leads">,
  sourceIds: readonly string[],
  span: Span,
): Promise<readonly WatchedWithComplaints[] | undefined> {
  const received = await receivedLeads(leads, sourceIds, span, mostWatchedLeads);
  if (received.length > mostWatchedLeads) return undefined;
  const found = (await withShares(leads, received)).filter(({ status }) => !neverOwned.has(status));
  const watched: WatchedWithComplaints[] = [];
  for (let i = 0; i < found.length; i += atOnce) {
    watched.push(...(await Promise.all(found.slice(i, i + atOnce).map((state) => watchedLead(leads, state)))));
  }
  return watched;
}

async function watchedLead(leads: Ports["leads"], state: LeadState): Promise<WatchedWithComplaints> {
  const { leadId, sourceId, temperature, receivedAt } = state;
  const [body, events] = await Promise.all([leads.body(leadId), eventsOf(leads, state)]);
  return {
    ...{ leadId, sourceId, temperature, receivedAt },
    score: body?.score.total ?? state.score,
    size: sizeClassOf(body?.facts.company?.size),
    events,
    complaints: complaintsIn(leadId, events, body ? complaintsOf(state, body) : []),
  };
}
