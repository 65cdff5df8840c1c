import { type Sale, salesOf, sumOf } from "../../../domain/shares/afterwards/sales.ts";
import type { Span } from "../../../domain/time/open-days.ts";
import type { Money } from "../../../schemas/primitives.ts";
import { receivedLeads } from "../../figures/received-leads.ts";
import { eventsOf } from "../../lifecycle/lead-events.ts";
import type { Configuration, Ports } from "../../ports/ports.ts";
import { withShares } from "../views/with-shares.ts";

/** More leads than this are not looked through at once: every share's history is read. */
export const mostReportedLeads = 5000;

export interface BuyerTotals {
  readonly buyerId: string;
  /** Of a buyer who was deleted since: left out. */
  readonly name?: string | undefined;
  readonly sold: number;
  /** Of these, returned by the buyer or taken back. */
  readonly returned: number;
  /** One sum for each currency; empty when nothing is owed. */
  readonly owed: readonly Money[];
  /** Mean of the buyer's ratings, to the tenth. */
  readonly rating?: number | undefined;
}

/** Instants as ISO-8601. */
export type ToldSale = Omit<Sale, "soldAt" | "endedAt"> & {
  readonly soldAt: string;
  readonly endedAt?: string | undefined;
};

export interface BuyerReport {
  readonly items: readonly BuyerTotals[];
  /** In the order in which they were sold. */
  readonly sales: readonly ToldSale[];
}

/** Histories read at once. */
const atOnce = 25;

/**
 * What buyers bought of the leads received in this span, and what they owe (C11). All buyers, or the named one. Undefined: there
 * are more leads than are looked through.
 */
export async function buyerReport(
  { leads }: Pick<Ports, "leads">,
  { buyers, sources }: Configuration,
  span: Span,
  only?: string,
): Promise<BuyerReport | undefined> {
  const received = await receivedLeads(leads, [...sources.keys()], span, mostReportedLeads);
  if (received.length > mostReportedLeads) return undefined;
  const shares = (await withShares(leads, received)).filter(({ share }) => share !== undefined);
  const found: Sale[] = [];
  for (let i = 0; i < shares.length; i += atOnce) {
    const some = shares.slice(i, i + atOnce).map(async (share) => salesOf(share, await eventsOf(leads, share)));
    found.push(...(await Promise.all(some)).flat());
  }
  const sales = found
    .filter(({ buyerId }) => only === undefined || buyerId === only)
    .toSorted((a, b) => a.soldAt - b.soldAt || (a.leadId < b.leadId ? -1 : 1));
  const items = [...Map.groupBy(sales, ({ buyerId }) => buyerId)].map(([buyerId, own]) => ({
    buyerId,
    name: buyers.get(buyerId)?.name,
    ...totals(own),
  }));
  return { items: items.toSorted((a, b) => (a.buyerId < b.buyerId ? -1 : 1)), sales: sales.map(told) };
}

function told({ soldAt, endedAt, ...sale }: Sale): ToldSale {
  const ended = endedAt !== undefined && { endedAt: new Date(endedAt).toISOString() };
  return { ...sale, soldAt: new Date(soldAt).toISOString(), ...ended };
}

function totals(sales: readonly Sale[]): Omit<BuyerTotals, "buyerId" | "name"> {
  const ratings = sales.flatMap(({ rating }) => rating ?? []);
  const mean = ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length;
  return {
    sold: sales.length,
    returned: sales.filter(({ status }) => status === "returned" || status === "takenBack").length,
    owed: sumOf(sales.flatMap(({ owed }) => owed ?? [])),
    ...(ratings.length > 0 && { rating: Math.round(mean * 10) / 10 }),
  };
}
