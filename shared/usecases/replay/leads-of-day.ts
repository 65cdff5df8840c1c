import type { Span } from "../../domain/time/business-time.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { LeadsPort } from "../ports/ports.ts";

const pageSize = 100;

/**
 * The leads received in this span (epoch ms, its end not included) from these sources, in order of arrival. Reading ends
 * soon after there are more than `most`.
 */
export async function leadsOfDay(
  leads: Pick<LeadsPort, "listBySource" | "states">,
  sourceIds: readonly string[],
  span: Span,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly LeadState[]> {
  const found: LeadState[] = [];
  for (const sourceId of sourceIds) {
    for (const month of monthsOf(span)) {
      found.push(...(await leadsOfMonth(leads, sourceId, month, span, most - found.length)));
      if (found.length > most) return found;
    }
  }
  return found.toSorted((a, b) => a.receivedAt - b.receivedAt || (a.leadId < b.leadId ? -1 : 1));
}

/** The index has a source's leads of a month in order of arrival: reading ends where the span does. */
async function leadsOfMonth(
  leads: Pick<LeadsPort, "listBySource" | "states">,
  sourceId: string,
  month: string,
  { from, to }: Span,
  most: number,
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
  } while (cursor !== undefined && found.length <= most);
  return found;
}

/** The index's months (UTC) that the span reaches into, as YYYY-MM: a local day may lie in two of them. */
function monthsOf({ from, to }: Span): readonly string[] {
  const start = new Date(from);
  const months: string[] = [];
  for (let n = 0; ; n++) {
    const month = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + n);
    if (month >= to) return months;
    months.push(new Date(month).toISOString().slice(0, 7));
  }
}
