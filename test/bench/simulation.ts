import type { LeadToRoute } from "../../shared/domain/routing/lead-to-route.ts";
import type { Plan } from "../../shared/schemas/plan/plan.ts";
import { type Source, sourceInput } from "../../shared/schemas/source.ts";
import { assignLead } from "../../shared/usecases/assign-lead.ts";
import type { Configuration } from "../../shared/usecases/ports/ports.ts";
import { withPlan } from "../../shared/usecases/routing-config.ts";
import { givenLeads } from "../../shared/usecases/simulate/given-leads.ts";
import type { LeadToReplay } from "../../shared/usecases/simulate/lead-to-replay.ts";
import { simulatePlan } from "../../shared/usecases/simulate/simulate-plan.ts";
import { createMemoryIds } from "../support/memory/memory-clock.ts";
import { createMemoryLoads } from "../support/memory/memory-loads.ts";
import { seededRandom } from "../support/memory/memory-random.ts";
import { createMemoryRotation } from "../support/memory/memory-rotation.ts";
import { matchingAll } from "./json-rules-engine.ts";
import { interleave, median, rateOf, ratio, warmUp } from "./measure.ts";
import type { Part } from "./result.ts";
import { sampleConfig, sampleLeads, samplePlan } from "./sample-plan.ts";

const start = Date.parse("2026-08-03T06:00:00Z");
const day = 86_400_000;

/**
 * Leads of a month by a changed plan of 50 rules of 8 conditions, 20 agents; against deciding the same leads one by one as
 * intake does, on ports in memory with the trace, and against json-rules-engine, which only finds the first rule. The
 * simulation also knows people again, scores, opens and closes leads, and counts.
 */
export const simulation: Part = async (quick) => {
  const count = quick ? 4000 : 20_000;
  const { plan, config, leads } = sample(count);
  const engine = matchingAll(plan.rules);
  const facts = leads.slice(0, 60).map(({ draft, source }) => ({ ...draft(plan).facts, source: source.sourceId }));
  const perSecond = async (work: () => Promise<unknown>) => {
    const from = performance.now();
    await work();
    return (leads.length * 1000) / (performance.now() - from);
  };
  const contestants = {
    simulation: () => perSecond(() => simulatePlan({ config, plan, leads, openFor: day })),
    besides: () => perSecond(() => simulatePlan({ config: { ...config, plan }, plan, leads, openFor: day })),
    loop: () => perSecond(() => decideOneByOne({ ...config, plan }, leads)),
    engine: () => rateOf(facts, 1, engine),
  };
  await warmUp(quick ? 1 : 2, contestants);
  const measured = await interleave(quick ? 3 : 7, contestants);
  const row = (name: string, ours: readonly number[], what: string, other: readonly number[], atLeast?: number) => ({
    part: "simulation",
    name,
    ours: { what: "Fairlead", value: median(ours), unit: "leads/s" },
    other: { what, value: median(other), unit: "leads/s" },
    ratio: ratio(ours, other),
    ...(atLeast !== undefined && { aim: { atLeast } }),
  });
  const loop = "deciding them one by one";
  return [
    row("replay a month by a changed plan", measured.simulation, "json-rules-engine", measured.engine, 10),
    row("the same", measured.simulation, loop, measured.loop),
    row("beside the present plan", measured.besides, loop, measured.loop),
  ];
};

function sample(count: number) {
  const input = samplePlan(50);
  const plan: Plan = { ...input, version: 2 };
  const drawn = sampleLeads(2000);
  const config: Configuration = {
    ...sampleConfig(plan, 20),
    ...{ plan: undefined, planVersion: 1, teamVersion: 1, teams: new Map(), sources: sourcesOf(drawn) },
  };
  const given = Array.from({ length: count }, (_, i) => {
    const lead = drawn[i % drawn.length];
    return {
      place: `row ${i + 2}`,
      at: start + Math.round((i * 30 * day) / count),
      input: { ...lead?.facts, email: `p${i}@example.com`, temperature: lead?.temperature },
      sourceId: lead?.sourceId,
    };
  });
  return { plan, config, leads: givenLeads(given, config, plan, start).leads };
}

function sourcesOf(leads: readonly LeadToRoute[]): ReadonlyMap<string, Source> {
  const ids = new Set(leads.map(({ sourceId }) => sourceId));
  return new Map([...ids].map((id) => [id, { ...sourceInput.parse({ name: id }), sourceId: id, version: 1 }]));
}

/** As intake decides, with the stored trace; every place is given back, so that nobody is ever full. */
async function decideOneByOne(config: Configuration, leads: readonly LeadToReplay[]): Promise<void> {
  const routing = withPlan(config);
  if (!routing) throw new Error("no plan");
  const loads = createMemoryLoads(() => start);
  const ports = { loads, rotation: createMemoryRotation(), ids: createMemoryIds(seededRandom(3)) };
  for (const { leadId, areas, at, draft } of leads) {
    const { facts, score, temperature, sourceId } = draft(routing.plan);
    const lead = { leadId, facts, areas, score: score.total, temperature, sourceId };
    const assigned = await assignLead(ports, routing, { lead, mode: "first", now: at });
    if (assigned.outcome === "agent") await loads.release(assigned.agentId, leadId);
  }
}
