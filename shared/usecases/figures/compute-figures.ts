import { FIGURES_WINDOW, figuresOf } from "../../domain/figures/figures-of.ts";
import { stintOfState } from "../../domain/figures/stint-of-state.ts";
import { type Stint, stintsOf } from "../../domain/figures/stints.ts";
import { neverOwned } from "../../domain/lifecycle/phase.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import { eventsOf } from "../lifecycle/lead-events.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { withShares } from "../shares/views/with-shares.ts";
import { earlierDeals } from "./earlier-deals.ts";
import { monthsOf, pagesOfMonth } from "./received-leads.ts";

type FiguresPorts = Pick<Ports, "clock" | "figures" | "leads">;

/** Histories read at once. */
const atOnce = 25;

/**
 * Everybody's figures of the last 90 days (C4), from the leads of each source by month, and the histories of those
 * that several agents had: no scan, and no write for any lead. Too many leads for the time until `until` (epoch ms): the
 * figures stay as they are, and the count says so.
 */
export async function computeFigures(
  ports: FiguresPorts,
  config: Configuration & { readonly plan: Plan },
  { until }: { readonly until: number },
): Promise<{ readonly leads: number; readonly agents: number; readonly unfinished: number }> {
  const now = ports.clock.now();
  const from = now - FIGURES_WINDOW;
  const { plan, sources, agents } = config;
  const before = new Map([...config.figures].filter(([agentId]) => agents.has(agentId)));
  // Those that have left the window since the figures before are counted once more, for good.
  const since = Math.min(from, ...[...before.values()].map((each) => each.from));
  const stints: Stint[] = [];
  const left: { readonly agentId: string; readonly receivedAt: number }[] = [];
  let leads = 0;
  for (const sourceId of sources.keys()) {
    for (const month of monthsOf({ from: since, to: now })) {
      for await (const page of pagesOfMonth(ports.leads, sourceId, month)) {
        if (ports.clock.now() >= until) return { leads, agents: 0, unfinished: 1 };
        const states = (await withShares(ports.leads, page)).filter(({ status }) => !neverOwned.has(status));
        const counted = states.filter(({ receivedAt }) => receivedAt >= from);
        stints.push(...(await stintsOfAll(ports, counted)));
        leads += counted.length;
        const gone = states.filter(({ receivedAt }) => receivedAt >= since && receivedAt < from);
        left.push(...(await holdersOfAll(ports, gone)));
      }
    }
  }
  const deals = await earlierDeals(ports, from, until);
  if (deals === undefined) return { leads, agents: 0, unfinished: 1 };
  const figures = figuresOf({ stints, left, earlierDeals: deals, sources, before, plan, now });
  await ports.figures.save(figures);
  return { leads, agents: figures.size, unfinished: 0 };
}

/** Who had these leads, and when each arrived. */
async function holdersOfAll(ports: Pick<Ports, "leads">, states: readonly LeadState[]) {
  const holdersOf = async (state: LeadState) =>
    (await stintsOfAll(ports, [state])).map(({ agentId }) => ({ agentId, receivedAt: state.receivedAt }));
  const found: Awaited<ReturnType<typeof holdersOf>> = [];
  for (let i = 0; i < states.length; i += atOnce) {
    found.push(...(await Promise.all(states.slice(i, i + atOnce).map(holdersOf))).flat());
  }
  return found;
}

/** From the states where they tell everything, else from the histories. */
async function stintsOfAll(ports: Pick<Ports, "leads">, states: readonly LeadState[]): Promise<readonly Stint[]> {
  const told = states.flatMap((state) => stintOfState(state) ?? []);
  const untold = states.filter((state) => stintOfState(state) === undefined);
  for (let i = 0; i < untold.length; i += atOnce) {
    const found = await Promise.all(untold.slice(i, i + atOnce).map((state) => stintsOfHistory(ports, state)));
    told.push(...found.flat());
  }
  return told;
}

async function stintsOfHistory({ leads }: Pick<Ports, "leads">, state: LeadState): Promise<readonly Stint[]> {
  return stintsOf(state, await eventsOf(leads, state));
}
