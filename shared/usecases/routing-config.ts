import type { Plan } from "../schemas/plan.ts";
import type { Configuration } from "./ports.ts";

/** The part of the configuration that routing reads. Without a plan nothing can be routed, so here it is there. */
export type RoutingConfig = Pick<Configuration, "agents" | "timeOff" | "areas"> & { readonly plan: Plan };

const latest = new WeakMap<Plan, RoutingConfig>();

/**
 * The configuration with its plan; undefined while the tenant has none. The same object as long as all its parts are
 * the same, so that what is worked out from it can be kept with it.
 */
export function withPlan({ agents, timeOff, areas, plan }: Configuration): RoutingConfig | undefined {
  if (!plan) return undefined;
  const known = latest.get(plan);
  if (known?.agents === agents && known.timeOff === timeOff && known.areas === areas) return known;
  const routing: RoutingConfig = { agents, timeOff, areas, plan };
  latest.set(plan, routing);
  return routing;
}
