import { type Territory, type TerritoryLead, territories } from "../../../domain/areas/territories.ts";
import { day } from "../../../domain/time/durations.ts";
import type { LeadState, LeadStatus } from "../../../schemas/lead/lead.ts";
import type { Configuration, Ports } from "../../ports.ts";
import { leadsOfDay } from "../../replay/leads-of-day.ts";

export interface TerritoryReport {
  /** Epoch ms. */
  readonly from: number;
  readonly to: number;
  readonly items: readonly Territory[];
}

const window = 30 * day;
/** Leads read at once. */
const atOnce = 25;

/** These never were anybody's to win. */
const uncounted: ReadonlySet<LeadStatus> = new Set(["duplicate", "rejected", "test", "returned", "erased"]);

/** How every area did in the last 30 days, and how many leads it had in the 30 before (C7). */
export async function territoryReport(
  ports: Pick<Ports, "leads" | "clock">,
  config: Configuration,
): Promise<TerritoryReport> {
  const to = ports.clock.now();
  const from = to - window;
  const now = await leadsIn(ports, config, { from, to });
  const before = await leadsIn(ports, config, { from: from - window, to: from });
  return { from, to, items: territories(config, now, before) };
}

async function leadsIn(
  { leads }: Pick<Ports, "leads">,
  { sources }: Configuration,
  span: { readonly from: number; readonly to: number },
): Promise<readonly TerritoryLead[]> {
  const states = await leadsOfDay(leads, [...sources.keys()], span);
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
