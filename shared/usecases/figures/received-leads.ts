import type { Span } from "../../domain/time/open-days.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { LeadsPort } from "../ports/ports.ts";

type ReceivedPort = Pick<LeadsPort, "listBySource" | "states">;

const pageSize = 100;

/**
 * The leads received in this span (epoch ms, its end not included) from these sources, in order of arrival. Reading ends
 * soon after there are more than `most`.
 */
export async function receivedLeads(
  leads: ReceivedPort,
  sourceIds: readonly string[],
  span: Span,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly LeadState[]> {
  const found: LeadState[] = [];
  for (const sourceId of sourceIds) {
    for (const month of monthsOf(span)) {
      found.push(...(await receivedInMonth(leads, sourceId, month, span, most - found.length)));
      if (found.length > most) return found;
    }
  }
  return found.toSorted((a, b) => a.receivedAt - b.receivedAt || (a.leadId < b.leadId ? -1 : 1));
}

/** The index has a source's leads of a month in order of arrival: reading ends where the span does. */
async function receivedInMonth(
  leads: ReceivedPort,
  sourceId: string,
  month: string,
  { from, to }: Span,
  most: number,
): Promise<readonly LeadState[]> {
  const found: LeadState[] = [];
  for await (const states of pagesOfMonth(leads, sourceId, month)) {
    found.push(...states.filter(({ receivedAt }) => receivedAt >= from && receivedAt < to));
    if (found.length > most || states.some(({ receivedAt }) => receivedAt >= to)) break;
  }
  return found;
}

/** All that a source sent in a month (YYYY-MM, UTC), a page at a time. */
export async function* pagesOfMonth(
  leads: ReceivedPort,
  sourceId: string,
  month: string,
): AsyncGenerator<readonly LeadState[]> {
  let cursor: string | undefined;
  do {
    const page = await leads.listBySource(sourceId, month, {
      limit: pageSize,
      ...(cursor !== undefined && { cursor }),
    });
    yield await leads.states(page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}

/** The index's months (UTC) that the span reaches into, as YYYY-MM: a local day may lie in two of them. */
export function monthsOf({ from, to }: Span): readonly string[] {
  const start = new Date(from);
  const months: string[] = [];
  for (let n = 0; ; n++) {
    const month = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + n);
    if (month >= to) return months;
    months.push(new Date(month).toISOString().slice(0, 7));
  }
}
