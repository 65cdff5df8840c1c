import { given, mean, rounded } from "../figures/rates.ts";
import { isAged } from "../guard-rails/ratios.ts";
import { type SizeClass, sizeClasses } from "./size-class.ts";
import type { TakenLead } from "./taken-leads.ts";
import { lateContact } from "./watch-bars.ts";

/** Leads of one kind that one agent had: how many, how good they were, and what came of them. Rates are parts of 1. */
export interface Quality {
  readonly leads: number;
  readonly meanScore?: number;
  readonly contacted: number;
  readonly converted: number;
  readonly conversion?: number;
}

/** One agent's picking, beside what was assigned to the agent (E8). */
export interface WatchRow {
  readonly agentId: string;
  readonly picked: Quality;
  readonly assigned: Quality;
  /** Median minutes from when the agent could take a lead until the claim. */
  readonly minutesToClaim?: number;
  /**
   * Mean minutes from the claim to the first contact, by the SLA's clock; a lead without contact counts with the time it has
   * waited, once that is over the bar and the lead's own limit.
   */
  readonly minutesClaimToContact?: number;
  /** Picked leads by source; those never picked are not named. */
  readonly sources: Readonly<Record<string, number>>;
  /** Picked leads by the company's employees. */
  readonly companySizes: Readonly<Partial<Record<SizeClass, number>>>;
  /** Picked ones that were aged or cold. */
  readonly aged: number;
}

export interface WatchOptions {
  /** Epoch ms. */
  readonly now: number;
  /** From this age on a lead is aged, ms. */
  readonly agedAfter: number;
  /** From when on the agent could claim a lead posted then (E5), epoch ms; by the present access tier. */
  readonly claimableAt: (agentId: string, postedAt: number) => number;
  /** The plan's limit for the first contact of a picked lead (E3), ms of the SLA's clock. */
  readonly contactWithin: number;
  /** How long it was from one instant to another by the SLA's clock (D2), ms. */
  readonly elapsed: (from: number, to: number) => number;
}

/** One row for everybody who had a lead, in order of their ids. Pure. */
export function watchRows(taken: readonly TakenLead[], options: WatchOptions): readonly WatchRow[] {
  const byAgent = [...Map.groupBy(taken, ({ agentId }) => agentId)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return byAgent.map(([agentId, own]) => {
    const picks = own.filter(({ picked }) => picked);
    return {
      agentId,
      picked: qualityOf(picks),
      assigned: qualityOf(own.filter(({ picked }) => !picked)),
      ...given("minutesToClaim", median(picks.flatMap((each) => minutesToClaim(each, options) ?? []))),
      ...given("minutesClaimToContact", mean(picks.flatMap((each) => minutesToContact(each, options) ?? []))),
      sources: counts(picks.map(({ sourceId }) => sourceId).toSorted()),
      companySizes: counts(sizeClasses.flatMap((size) => picks.flatMap((each) => (each.size === size ? [size] : [])))),
      aged: picks.filter((each) => isAged(each, options.agedAfter, each.at)).length,
    };
  });
}

export function qualityOf(leads: readonly TakenLead[]): Quality {
  const converted = leads.filter((lead) => lead.converted).length;
  return {
    leads: leads.length,
    ...given("meanScore", mean(leads.map(({ score }) => score))),
    contacted: leads.filter(({ contactedAt }) => contactedAt !== undefined).length,
    converted,
    ...(leads.length > 0 && { conversion: rounded(converted / leads.length) }),
  };
}

/** Whoever was in a better access tier then counts from the posting: nobody claims before it is possible. */
function minutesToClaim({ agentId, at, postedAt }: TakenLead, { claimableAt }: WatchOptions): number | undefined {
  if (postedAt === undefined) return undefined;
  const claimable = claimableAt(agentId, postedAt);
  return (at - (claimable <= at ? claimable : postedAt)) / 60_000;
}

function minutesToContact(
  { at, contactedAt, endedAt }: TakenLead,
  { now, contactWithin, elapsed }: WatchOptions,
): number | undefined {
  const waited = elapsed(at, contactedAt ?? endedAt ?? now);
  const counts = contactedAt !== undefined || waited > Math.max(lateContact, contactWithin);
  return counts ? waited / 60_000 : undefined;
}

function counts(names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return mean(sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1));
}
