import type { Span } from "../../domain/time/business-time.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { LeadsPort } from "../ports.ts";

const pageSize = 100;

/** The leads received in this span (epoch ms, its end not included) from these sources, in order of arrival. */
export async function leadsOfDay(
  leads: Pick<LeadsPort, "listBySource" | "states">,
  sourceIds: readonly string[],
  span: Span,
): Promise<readonly LeadState[]> {
  const found: LeadState[] = [];
  for (const sourceId of sourceIds) {
    for (const month of monthsOf(span)) found.push(...(await leadsOfMonth(leads, sourceId, month, span)));
  }
  return found.toSorted((a, b) => a.receivedAt - b.receivedAt || (a.leadId < b.leadId ? -1 : 1));
}

/** The index has a source's leads of a month in order of arrival: reading ends where the span does. */
async function leadsOfMonth(
  leads: Pick<LeadsPort, "listBySource" | "states">,
  sourceId: string,
  month: string,
  { from, to }: Span,
): Promise<readonly LeadState[]> {
  const found: LeadState[] = [];
  let cursor: string | undefined;
  do {
    const page = await leads.listBySource(sourceId, month, {
      limit: pageSize,
      ...(cursor !== undefined && { cursor }),
    });
    const states = await leads.states(page.items);
    found.push(...states.filter(({ receivedAt }) => receivedAt >= from && receivedAt < to));
    cursor = states.some(({ receivedAt }) => receivedAt >= to) ? undefined : page.nextCursor;
  } while (cursor !== undefined);
  return found;
}

/** A local day may reach into two of the index's months, which are UTC's. */
function monthsOf({ from, to }: Span): readonly string[] {
  return [...new Set([from, to - 1].map((instant) => new Date(instant).toISOString().slice(0, 7)))];
}
