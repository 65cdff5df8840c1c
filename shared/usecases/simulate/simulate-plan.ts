import { type ChangedLead, changedHands } from "../../domain/simulation/changed-hands.ts";
import {
  type Counts,
  type Dimension,
  distributionsOf,
  type Line,
  sideBySide,
} from "../../domain/simulation/distribution.ts";
import { type ComparedLead, type Placement, type World, worlds } from "../../domain/simulation/placement.ts";
import { turnsDue } from "../../domain/simulation/turns-due.ts";
import type { Decision } from "../../schemas/lead/decision.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { Configuration } from "../ports/ports.ts";
import { withPlan } from "../routing-config.ts";
import type { LeadToReplay } from "./lead-to-replay.ts";
import { type Replayed, replayIn } from "./simulated-world.ts";

/** How fairly a rotation served one agent, in leads: the turns that came, those that were due, and the difference. */
export interface TurnsLine {
  readonly agentId: string;
  readonly turns: Counts;
  readonly due: Counts;
  readonly deviation: Counts;
}

/** Who would have received what (F9). */
export interface Simulation {
  readonly leads: number;
  readonly compared: readonly World[];
  readonly tables: Readonly<Record<Dimension, readonly Line[]>>;
  readonly turns: readonly TurnsLine[];
  /** Leads that nobody could take at once, and the longest that one of them waited, ms. */
  readonly waited: { readonly leads: Counts; readonly longest: Counts };
  /** Against the present plan; for a tenant without one against what was recorded. */
  readonly against: World | undefined;
  readonly changed: { readonly count: number; readonly items: readonly ChangedLead[] };
  /** By the changed plan, for the leads named in `changed`, when asked for. */
  readonly decisions: ReadonlyMap<string, Decision>;
}

export interface SimulationRequest {
  readonly config: Configuration;
  /** The plan to try. */
  readonly plan: Plan;
  /** In order of arrival. */
  readonly leads: readonly LeadToReplay[];
  /** How long a lead stays with its agent, ms. */
  readonly openFor: number;
  /** Also says why the leads that changed hands went where they went. */
  readonly trace?: boolean | undefined;
}

/**
 * Replays leads against a plan that is not in force, with the very code that decides real ones (F9), and puts the result
 * beside that of the present plan and, for past leads, beside what was recorded. Both plans begin with empty rotations and
 * agents without leads, so that they are judged alike.
 */
export async function simulatePlan(request: SimulationRequest): Promise<Simulation> {
  const { config, leads, plan } = request;
  const changed = await replayBy(request, plan);
  const present = config.plan && (await replayBy(request, config.plan));
  const past = leads.some(({ recorded }) => recorded !== undefined);
  const compared = worlds.filter((world) => world === "changed" || (world === "present" ? present : past));
  const all = leads.map(
    (lead): ComparedLead => ({
      ...{ leadId: lead.leadId, name: lead.name, at: lead.at, sourceId: lead.source.sourceId, areas: lead.areas },
      in: inEach({ recorded: lead.recorded, present: present?.placements.get(lead.leadId) }, changed, lead.leadId),
    }),
  );
  const against = compared.find((world) => world === "present") ?? compared.find((world) => world === "recorded");
  const hands = against === undefined ? { count: 0, items: [] } : changedHands(all, against);
  return {
    leads: all.length,
    compared,
    tables: distributionsOf(all, compared, config.agents),
    turns: turnsLines({ present, changed }, config),
    waited: waitedIn(all, compared),
    against,
    changed: hands,
    decisions: request.trace ? await decisionsFor(request, hands.items) : new Map(),
  };
}

function inEach(
  others: { readonly recorded: Placement | undefined; readonly present: Placement | undefined },
  changed: Replayed,
  leadId: string,
): ComparedLead["in"] {
  const { recorded, present } = others;
  const tried = changed.placements.get(leadId);
  return { ...(recorded && { recorded }), ...(present && { present }), ...(tried && { changed: tried }) };
}

async function replayBy(
  { config, leads, openFor }: SimulationRequest,
  plan: Plan,
  traced: ReadonlySet<string> = new Set(),
): Promise<Replayed> {
  const tried = { ...config, plan, planVersion: plan.version };
  const routing = withPlan(tried);
  if (!routing) throw new Error("a plan is there, so routing is");
  return replayIn(leads, { config: tried, routing, openFor, traced });
}

/** Once more with the trace: the same again, since nothing in it is left to chance. */
async function decisionsFor(
  request: SimulationRequest,
  shown: readonly ChangedLead[],
): Promise<ReadonlyMap<string, Decision>> {
  const wanted = new Set(shown.map(({ leadId }) => leadId));
  return (await replayBy(request, request.plan, wanted)).decisions;
}

function turnsLines(
  replayed: { readonly present: Replayed | undefined; readonly changed: Replayed },
  { agents }: Configuration,
): readonly TurnsLine[] {
  const { present, changed } = replayed;
  const simulated = new Map<World, Replayed>([
    ...(present ? [["present", present] as const] : []),
    ["changed", changed],
  ]);
  const due = new Map([...simulated].map(([world, { drawn }]) => [world, turnsDue(drawn)]));
  const of = (world: World, agentId: string) => ({
    turns: simulated.get(world)?.turns.get(agentId) ?? 0,
    due: due.get(world)?.get(agentId) ?? 0,
  });
  const named = new Set([...due.values()].flatMap((each) => [...each.keys()]).filter((agentId) => agents.has(agentId)));
  return [...named].sort().map((agentId) => ({
    agentId,
    turns: sideBySide([...simulated.keys()], (world) => of(world, agentId).turns),
    due: sideBySide([...simulated.keys()], (world) => rounded(of(world, agentId).due)),
    deviation: sideBySide([...simulated.keys()], (world) => rounded(of(world, agentId).turns - of(world, agentId).due)),
  }));
}

function waitedIn(leads: readonly ComparedLead[], compared: readonly World[]): Simulation["waited"] {
  const simulated = compared.filter((world) => world !== "recorded");
  const waits = (world: World) => leads.flatMap((lead) => lead.in[world]?.waited ?? []);
  return {
    leads: sideBySide(simulated, (world) => waits(world).length),
    longest: sideBySide(simulated, (world) => waits(world).reduce((most, each) => Math.max(most, each), 0)),
  };
}

function rounded(leads: number): number {
  return Math.round(leads * 100) / 100;
}
