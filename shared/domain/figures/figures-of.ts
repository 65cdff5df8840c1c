import type { AgentFigures, Figures, SourceResult } from "../../schemas/figures.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { Money } from "../../schemas/primitives.ts";
import { assignmentDeadlines } from "../lifecycle/deadlines.ts";
import { day } from "../time/durations.ts";
import { type Benchmarks, benchmarksOf, expectedOf } from "./benchmarks.ts";
import { given, mean, part, rounded } from "./rates.ts";
import { type Deal, soldBy, usualCurrency } from "./sold.ts";
import type { Stint } from "./stints.ts";

/** Leads that arrived longer ago than this no longer count. Ms. */
export const FIGURES_WINDOW = 90 * day;

export interface FiguresInput {
  /** Of the leads that arrived in the window. */
  readonly stints: readonly Stint[];
  /** Closed in the window, with leads that arrived before it. */
  readonly earlierDeals?: readonly Deal[];
  /** Sources with the conversion that the admin says is usual. */
  readonly sources: ReadonlyMap<string, { readonly benchmarkConversion?: number | undefined }>;
  /** The figures before: how many leads each agent was ever assigned, and how many of these were in their window. */
  readonly before: ReadonlyMap<string, Pick<AgentFigures, "from" | "assigned" | "assignedEver">>;
  /** Who had the leads that have left the window since then, which arrived at `receivedAt` (epoch ms). */
  readonly left?: readonly (Pick<Stint, "agentId"> & { readonly receivedAt: number })[];
  readonly plan: Plan;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * Everybody's figures (C4), from who had which lead when. Pure: the same history gives the same figures, so that computing
 * them twice changes nothing.
 */
export function figuresOf(input: FiguresInput): Figures {
  const { stints, now } = input;
  const results = bySource(stints);
  const benchmarks = benchmarksOf(results, input.sources);
  const usual = expectedOf(results, benchmarks);
  const byAgent = Map.groupBy(stints, ({ agentId }) => agentId);
  const sellers = (input.earlierDeals ?? []).map(({ agentId }) => agentId);
  const ids = [...new Set([...byAgent.keys(), ...input.before.keys(), ...sellers])].sort();
  const agents = ids.map((agentId) => ofAgent(agentId, byAgent.get(agentId) ?? [], { ...input, benchmarks, usual }));
  return new Map(agents.map((each) => [each.agentId, { ...each, from: now - FIGURES_WINDOW, to: now }]));
}

interface Yardstick extends FiguresInput {
  readonly benchmarks: Benchmarks;
  /** Conversion that the mix of everybody's sources would usually have. */
  readonly usual: number | undefined;
}

function ofAgent(
  agentId: string,
  stints: readonly Stint[],
  { benchmarks, usual, before, left = [], earlierDeals = [], plan, now }: Yardstick,
): Omit<AgentFigures, "from" | "to"> {
  const own = bySource(stints);
  const contacts = stints.flatMap(({ contactedAt, assignedAt }) =>
    contactedAt === undefined ? [] : [contactedAt - assignedAt],
  );
  const appointments = stints.filter(({ appointment }) => appointment).length;
  const converted = stints.filter((stint) => stint.converted).length;
  const conversion = part(converted, stints.length);
  const expected = expectedOf(own, benchmarks);
  return {
    agentId,
    assigned: stints.length,
    contacted: contacts.length,
    ...given("minutesToContact", mean(contacts.map((ms) => ms / 60_000))),
    ...given("contactInSla", inSla(stints, plan, now)),
    appointments,
    noShows: stints.filter(({ noShow }) => noShow).length,
    ...given("appointmentRate", part(appointments, stints.length)),
    converted,
    ...given("conversion", conversion),
    ...given("averageDeal", averageDeal(stints)),
    ...soldBy(
      stints,
      earlierDeals.filter((deal) => deal.agentId === agentId),
      now - FIGURES_WINDOW,
    ),
    ...given("expectedConversion", expected),
    ...given("adjustedConversion", adjusted(conversion, expected, usual)),
    sources: Object.fromEntries(own),
    assignedEver: assignedEver(
      stints,
      left.filter((each) => each.agentId === agentId),
      before.get(agentId),
    ),
  };
}

/**
 * Leads that arrived before the window are counted for good as they leave it; those inside anew each time, so that one that
 * is returned as bad later counts no more.
 */
function assignedEver(
  stints: readonly Stint[],
  left: readonly { readonly receivedAt: number }[],
  { from, assigned, assignedEver: ever }: Pick<AgentFigures, "from" | "assigned" | "assignedEver"> = firstFigures,
): number {
  return ever - assigned + left.filter(({ receivedAt }) => receivedAt >= from).length + stints.length;
}

const firstFigures = { from: 0, assigned: 0, assignedEver: 0 };

/** How the agent would convert the team's mix: so much better or worse than usual with the own one (C4). */
function adjusted(conversion: number | undefined, expected: number | undefined, usual: number | undefined) {
  if (conversion === undefined || expected === undefined || usual === undefined || expected === 0) return conversion;
  return rounded((conversion / expected) * usual);
}

/** Of the leads whose first contact was due or has come. Deadlines are the present plan's, so that months compare. */
function inSla(stints: readonly Stint[], plan: Plan, now: number): number | undefined {
  const judged = stints.flatMap(({ temperature, assignedAt, contactedAt, endedAt }) => {
    const { contact = assignedAt } = assignmentDeadlines(temperature, plan, assignedAt);
    if (contactedAt !== undefined) return [contactedAt <= contact];
    return contact <= (endedAt ?? now) ? [false] : [];
  });
  return part(judged.filter(Boolean).length, judged.length);
}

function averageDeal(stints: readonly Stint[]): Money | undefined {
  const deals = stints.flatMap(({ value }) => value ?? []);
  const currency = usualCurrency(deals);
  const amount = mean(deals.flatMap((deal) => (deal.currency === currency ? [deal.amount] : [])));
  return currency === undefined || amount === undefined ? undefined : { amount, currency };
}

function bySource(stints: readonly Stint[]): ReadonlyMap<string, SourceResult> {
  const groups = [...Map.groupBy(stints, ({ sourceId }) => sourceId)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return new Map(
    groups.map(([sourceId, all]) => [
      sourceId,
      {
        assigned: all.length,
        contacted: all.filter(({ contactedAt }) => contactedAt !== undefined).length,
        converted: all.filter(({ converted }) => converted).length,
      },
    ]),
  );
}
