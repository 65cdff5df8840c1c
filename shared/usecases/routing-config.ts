import type { Plan } from "../schemas/plan/plan.ts";
import type { Configuration } from "./ports/ports.ts";

/** The part of the configuration that routing reads. Without a plan nothing can be routed, so here it is there. */
export type RoutingConfig = Pick<Configuration, "agents" | "timeOff" | "areas" | "buyers" | "figures"> & {
  readonly plan: Plan;
};

const latest = new WeakMap<Plan, RoutingConfig>();

/**
 * The configuration with its plan; undefined while the tenant has none. The same object as long as all its parts are
 * the same, so that what is worked out from it can be kept with it.
 */
export function withPlan({ agents, timeOff, areas, buyers, figures, plan }: Configuration): RoutingConfig | undefined {
  if (!plan) return undefined;
  const known = latest.get(plan);
  const team = known?.agents === agents && known.timeOff === timeOff;
  if (team && known.areas === areas && known.buyers === buyers && known.figures === figures) return known;
  const routing: RoutingConfig = { agents, timeOff, areas, buyers, figures, plan };
  latest.set(plan, routing);
  return routing;
}
