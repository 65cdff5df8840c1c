import { changeWords } from "../../domain/simulation/change-words.ts";
import type { ChangedLead } from "../../domain/simulation/changed-hands.ts";
import type { Placement } from "../../domain/simulation/placement.ts";
import { isoDuration } from "../../domain/time/iso-duration.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { Locale } from "../../schemas/primitives.ts";
import type { Configuration } from "../ports/ports.ts";
import { summariseDecision } from "../summarise-decision.ts";
import type { Simulation } from "./simulate-plan.ts";

interface ViewContext {
  readonly config: Configuration;
  /** The plan that was tried. */
  readonly plan: Plan;
  /** How long leads stay open, ms. */
  readonly openFor: number;
  /** Past leads that were not replayed: erased, rejected, test. */
  readonly leftOut: number;
  readonly locale: Locale;
}

/** The simulation as the API and the command show it: ids and numbers, no personal data of any lead. */
export function simulationView(simulation: Simulation, context: ViewContext) {
  const { tables, turns, waited, changed, against } = simulation;
  const longest = Object.entries(waited.longest).map(([world, ms]) => [world, isoDuration(ms)]);
  return {
    leads: simulation.leads,
    leftOut: context.leftOut,
    openFor: isoDuration(context.openFor),
    compared: simulation.compared,
    tables,
    turns,
    waited: { leads: waited.leads, longest: Object.fromEntries(longest) },
    ...(against !== undefined && { against }),
    changed: { count: changed.count, items: changed.items.map((each) => changedView(each, simulation, context)) },
  };
}

function changedView(each: ChangedLead, { decisions }: Simulation, { config, plan, locale }: ViewContext) {
  const names = (of: Plan | undefined) => (ruleId: string) => of?.rules.find(({ id }) => id === ruleId)?.name ?? ruleId;
  const decision = decisions.get(each.leadId);
  return {
    lead: each.name,
    receivedAt: new Date(each.at).toISOString(),
    from: fate(each.from),
    to: fate(each.to),
    why: changeWords(each, { from: names(config.plan), to: names(plan) }, locale),
    ...(decision && { decision: summariseDecision(decision, { ...config, plan }, locale) }),
  };
}

function fate({ outcome, agentId, recipients, ruleId }: Placement) {
  return {
    outcome,
    ...(agentId !== undefined && { agentId }),
    ...(recipients !== undefined && { recipients }),
    ...(ruleId !== undefined && { ruleId }),
  };
}
