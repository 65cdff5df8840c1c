import { type Territory, type TerritoryLead, territories } from "../../../domain/areas/territories.ts";
import { day } from "../../../domain/time/durations.ts";
import type { Span } from "../../../domain/time/open-days.ts";
import type { LeadState, LeadStatus } from "../../../schemas/lead/lead.ts";
import { receivedLeads } from "../../figures/received-leads.ts";
import type { Configuration, Ports } from "../../ports/ports.ts";

export interface TerritoryReport {
  /** Epoch ms. */
  readonly from: number;
  readonly to: number;
  readonly items: readonly Territory[];
}

/** So many leads of each of the two times are read in well under the 29 seconds that an answer may take. */
export const mostLeads = 10_000;
/** Leads read at once. */
const atOnce = 25;

/** These never were anybody's to win. */
const uncounted: ReadonlySet<LeadStatus> = new Set(["duplicate", "rejected", "test", "returned", "erased"]);

/**
 * How every area did in the last `days` days, and in as many before (C7). Undefined when there are too many leads for one
 * answer.
 */
export async function territoryReport(
  ports: Pick<Ports, "leads" | "clock">,
  config: Configuration,
  days: number,
): Promise<TerritoryReport | undefined> {
  const to = ports.clock.now();
  const from = to - days * day;
  const now = await leadsIn(ports, config, { from, to });
  const before = await leadsIn(ports, config, { from: from - days * day, to: from });
  return now && before && { from, to, items: territories(config, now, before) };
}

async function leadsIn(
  { leads }: Pick<Ports, "leads">,
  { sources }: Configuration,
  span: Span,
): Promise<readonly TerritoryLead[] | undefined> {
  const states = await receivedLeads(leads, [...sources.keys()], span, mostLeads);
  if (states.length > mostLeads) return undefined;
  const counted = states.filter(({ status }) => !uncounted.has(status));
  const found: TerritoryLead[] = [];
  for (let i = 0; i < counted.length; i += atOnce) {
    found.push(...(await Promise.all(counted.slice(i, i + atOnce).map((state) => placed(leads, state)))));
  }
  return found;
}

async function placed(leads: Ports["leads"], { leadId, status }: LeadState): Promise<TerritoryLead> {
  const body = await leads.body(leadId);
  return { areas: body?.areas ?? [], converted: status === "converted" };
}
