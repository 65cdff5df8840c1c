import type { Plan } from "../schemas/plan.ts";
import type { Configuration } from "./ports.ts";

/** The part of the configuration that routing reads. Without a plan nothing can be routed, so here it is there. */
export type RoutingConfig = Pick<Configuration, "agents" | "timeOff" | "areas"> & { readonly plan: Plan };

const planned = new WeakMap<Configuration, RoutingConfig>();

/** The configuration with its plan; undefined while the tenant has none. The same object for the same configuration. */
export function withPlan(config: Configuration): RoutingConfig | undefined {
  const known = planned.get(config);
  if (known || !config.plan) return known;
  const { agents, timeOff, areas, plan } = config;
  const routing: RoutingConfig = { agents, timeOff, areas, plan };
  planned.set(config, routing);
  return routing;
}
