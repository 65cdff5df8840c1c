import { factsOf } from "../../shared/domain/routing/facts.ts";
import type { LeadToRoute } from "../../shared/domain/routing/lead-to-route.ts";
import { type CompiledRules, compileRules, match } from "../../shared/domain/rules/compile-rules.ts";
import type { Facts } from "../../shared/domain/rules/fact.ts";
import type { Plan } from "../../shared/schemas/plan/plan.ts";
import { assignLead } from "../../shared/usecases/assign-lead.ts";
import type { AssignPorts } from "../../shared/usecases/routing/assignment.ts";
import { createMemoryIds } from "../support/memory/memory-clock.ts";
import { createMemoryLoads } from "../support/memory/memory-loads.ts";
import { seededRandom } from "../support/memory/memory-random.ts";
import { createMemoryRotation } from "../support/memory/memory-rotation.ts";
import { type FirstMatch, matchingAll, matchingInOrder } from "./json-rules-engine.ts";
import { interleave, median, rate, rateOf, ratio, warmUp } from "./measure.ts";
import type { Part } from "./result.ts";
import { sampleConfig, sampleLeads, samplePlan } from "./sample-plan.ts";

const now = Date.parse("2026-11-23T09:00:00Z");

interface Sample {
  readonly plan: Plan;
  readonly leads: readonly LeadToRoute[];
  readonly facts: readonly Facts[];
  readonly compiled: CompiledRules;
}

/**
 * Rules and the whole decision against json-rules-engine: the same 50 rules of 8 conditions, the same 2,000 leads. Our
 * matcher answers for every rule, the other one may stop at the first; the decision is what intake calls, with rotation,
 * reserving and the trace, on ports in memory.
 */
export const routing: Part = async (quick) => {
  const sample = takeSample();
  const decide = decider(sample.plan, 20);
  const decideAmongMany = decider(sample.plan, 200);
  const engines = { all: matchingAll(sample.plan.rules), inOrder: matchingInOrder(sample.plan.rules) };
  await agree(sample, decide, Object.values(engines), quick ? 100 : sample.leads.length);

  const few = sample.facts.slice(0, quick ? 20 : 60);
  const contestants = {
    match: () => rate(sample.facts, quick ? 20 : 100, (facts) => match(sample.compiled, facts)),
    decision: () => rateOf(sample.leads, quick ? 2 : 10, decide),
    amongMany: () => rateOf(sample.leads, quick ? 1 : 5, decideAmongMany),
    all: () => rateOf(few, 1, engines.all),
    inOrder: () => rateOf(few, 1, engines.inOrder),
  };
  await warmUp(quick ? 2 : 3, contestants);
  const measured = await interleave(quick ? 3 : 9, contestants);
  const peer = median(measured.all) > median(measured.inOrder) ? measured.all : measured.inOrder;
  const other = { what: "json-rules-engine", value: median(peer), unit: "leads/s" };
  const row = (name: string, ours: readonly number[], aim?: { readonly atLeast: number }) => ({
    part: "routing",
    name,
    ours: { what: "Fairlead", value: median(ours), unit: "leads/s" },
    other,
    ratio: ratio(ours, peer),
    ...(aim && { aim }),
  });
  return [
    row("match 50 rules × 8 conditions", measured.match, { atLeast: 1000 }),
    row("the whole decision with its trace, 20 agents", measured.decision, { atLeast: 100 }),
    row("the same, 200 agents", measured.amongMany),
  ];
};

function takeSample(): Sample {
  const plan = samplePlan(50);
  const leads = sampleLeads(2000);
  const facts = leads.map((lead) => factsOf(lead, now, plan.timezone));
  return { plan, leads, facts, compiled: compileRules(plan.rules) };
}

type Decide = (lead: LeadToRoute) => Promise<string>;

/** As intake decides, on ports that answer at once; every place is given back, so that nobody is ever full. */
function decider(plan: Plan, agents: number): Decide {
  const config = sampleConfig(plan, agents);
  const loads = createMemoryLoads(() => now);
  const ports: AssignPorts = { loads, rotation: createMemoryRotation(), ids: createMemoryIds(seededRandom(3)) };
  return async (lead) => {
    const assigned = await assignLead(ports, config, { lead, mode: "first", now });
    if (assigned.outcome !== "agent") throw new Error(`${lead.leadId} found nobody`);
    await loads.release(assigned.agentId, lead.leadId);
    return assigned.decision.ruleId;
  };
}

/** Nothing is measured unless all give the same answers. */
async function agree(sample: Sample, decide: Decide, engines: readonly FirstMatch[], count: number): Promise<void> {
  const seen = new Set<string>();
  for (const [i, facts] of sample.facts.slice(0, count).entries()) {
    const { first } = match(sample.compiled, facts);
    const lead = sample.leads[i];
    const others = [...(await Promise.all(engines.map((engine) => engine(facts)))), lead && (await decide(lead))];
    const agreed = others.every((other) => (other === "fallback" ? undefined : other) === first);
    if (!agreed) throw new Error(`lead ${i}: ${first} here, ${others.join(", ")} there`);
    seen.add(first ?? "none");
  }
  if (seen.size < 10) throw new Error(`too plain a sample: only ${[...seen].join(", ")} ever match`);
}
