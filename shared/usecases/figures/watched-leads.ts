import { sizeClassOf } from "../../domain/pick-watch/size-class.ts";
import type { WatchedLead } from "../../domain/pick-watch/taken-leads.ts";
import type { Span } from "../../domain/time/business-time.ts";
import type { LeadState, LeadStatus } from "../../schemas/lead/lead.ts";
import type { Ports } from "../ports/ports.ts";
import { withShares } from "../shares/views/with-shares.ts";
import { receivedLeads } from "./received-leads.ts";

/** So many leads are read in well under the 29 seconds that an answer may take. */
export const mostWatchedLeads = 5000;
/** Leads read at once. */
const atOnce = 25;

/** Nobody ever could have had a lead of these. */
const unowned: ReadonlySet<LeadStatus> = new Set(["nurture", "duplicate", "rejected", "test"]);

/**
 * The leads received in this span (epoch ms, its end not included), with their histories: by source and month from the
 * index, no scan. Undefined as soon as there are more than `mostWatchedLeads`.
 */
export async function watchedLeads(
  { leads }: Pick<Ports, "leads">,
  sourceIds: readonly string[],
  span: Span,
): Promise<readonly WatchedLead[] | undefined> {
  const received = await receivedLeads(leads, sourceIds, span, mostWatchedLeads);
  if (received.length > mostWatchedLeads) return undefined;
  const found = (await withShares(leads, received)).filter(({ status }) => !unowned.has(status));
  const watched: WatchedLead[] = [];
  for (let i = 0; i < found.length; i += atOnce) {
    watched.push(...(await Promise.all(found.slice(i, i + atOnce).map((state) => watchedLead(leads, state)))));
  }
  return watched;
}

/** With what was committed last, even if the history does not have it yet. */
async function watchedLead(leads: Ports["leads"], state: LeadState): Promise<WatchedLead> {
  const { leadId, sourceId, temperature, receivedAt } = state;
  const [body, history] = await Promise.all([leads.body(leadId), leads.history(leadId)]);
  const recorded = history.flatMap(({ events }) => events);
  const latest = (history.at(-1)?.to ?? 0) < state.version ? state.events : [];
  return {
    ...{ leadId, sourceId, temperature, receivedAt },
    score: body?.score.total ?? state.score,
    size: sizeClassOf(body?.facts.company?.size),
    events: [...recorded, ...latest],
  };
}
