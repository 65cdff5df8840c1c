import type { HistoryItem, LeadEvent } from "../../schemas/lead/event.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { LeadsPort } from "../ports/ports.ts";

/** The events of one commit; `from` is the version of the first. */
type Commit = Pick<HistoryItem, "from" | "events">;

/** All commits of a lead in order; its latest as well while the history does not have it yet. */
export async function commitsOf(
  leads: Pick<LeadsPort, "history">,
  { leadId, version, events }: Pick<LeadState, "leadId" | "version" | "events">,
): Promise<readonly Commit[]> {
  const recorded = await leads.history(leadId);
  if ((recorded.at(-1)?.to ?? 0) >= version) return recorded;
  return [...recorded, { from: version - events.length + 1, events }];
}

/** Everything that happened to the lead, in order, with what was committed last. */
export async function eventsOf(
  leads: Pick<LeadsPort, "history">,
  state: Pick<LeadState, "leadId" | "version" | "events">,
): Promise<readonly LeadEvent[]> {
  return (await commitsOf(leads, state)).flatMap(({ events }) => events);
}
