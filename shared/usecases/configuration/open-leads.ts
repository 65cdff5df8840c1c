import { isFinal } from "../../domain/lifecycle/phase.ts";
import { durationMs } from "../../domain/time/durations.ts";
import { type LeadState, leadStatus } from "../../schemas/lead/lead.ts";
import type { Configuration, Ports } from "../ports/ports.ts";

const pageSize = 100;
/** So many leads are named; whoever reads it wants one to begin with. */
const named = 3;

/** Nobody works on nurtured leads; all others that are not closed are open. */
const openStatuses = leadStatus.options.filter((status) => !isFinal(status) && status !== "nurture");

/**
 * The source's leads that somebody still works on or waits for, in words; empty when there are none. They need the
 * source: its time for returns, its country, its name. Shares stand for a lead that was shared.
 */
export function openLeadsOfSource(
  ports: Pick<Ports, "leads" | "clock">,
  config: Configuration,
  sourceId: string,
): Promise<readonly string[]> {
  const now = ports.clock.now();
  return openLeads(ports, (state) => state.sourceId === sourceId && !isSettled(state, config, now));
}

/** The buyer's shares that are on their way, or can still come back, in words; empty when there are none. */
export function openSharesOfBuyer(
  ports: Pick<Ports, "leads" | "clock">,
  config: Configuration,
  buyerId: string,
): Promise<readonly string[]> {
  const now = ports.clock.now();
  return openLeads(ports, (state) => state.share?.buyerId === buyerId && !isSettled(state, config, now));
}

/** Leads in words: how many, or that there are more than are named. */
export function leadsInWords(leadIds: readonly string[], of: "all" | "some"): readonly string[] {
  if (leadIds.length === 0) return [];
  const shown = leadIds.slice(0, named).join(", ");
  if (leadIds.length <= named) return [`open leads ${shown}`];
  return [of === "all" ? `${leadIds.length} open leads such as ${shown}` : `open leads ${shown} and more`];
}

/** What was shared lives on in its shares; one that a buyer has is settled when it cannot come back any more (C11). */
function isSettled(state: LeadState, { buyers }: Configuration, now: number): boolean {
  if (state.shares !== undefined) return true;
  const buyerId = state.share?.buyerId;
  if (buyerId === undefined || state.status === "offered") return false;
  const within = buyers.get(buyerId)?.returnWithin;
  return within === undefined || now >= (state.assignedAt ?? state.since) + durationMs(within);
}

/** Looks through all open leads, and stops where more than are named were found. */
async function openLeads(
  { leads }: Pick<Ports, "leads">,
  wanted: (state: LeadState) => boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const status of openStatuses) {
    let cursor: string | undefined;
    do {
      const page = await leads.listByStatus(status, { limit: pageSize, ...(cursor !== undefined && { cursor }) });
      const states = await leads.states(page.items, { consistent: true });
      found.push(...states.filter((state) => !isFinal(state.status) && wanted(state)).map(({ leadId }) => leadId));
      cursor = page.nextCursor;
    } while (cursor !== undefined && found.length <= named);
    if (found.length > named) break;
  }
  return leadsInWords([...new Set(found)], "some");
}
