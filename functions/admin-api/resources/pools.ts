import type { PersonHandler } from "../../../shared/runtime/http/http.ts";
import { describePools } from "../../../shared/usecases/configuration/views/describe-pools.ts";
import { withPlan } from "../../../shared/usecases/routing-config.ts";

/** The rotation order is everybody's to see: who is next, who received what, and why turns passed. */
const list: PersonHandler = async (_request, ports, config) => {
  const routing = withPlan(config);
  return {
    status: 200,
    body: { items: routing ? await describePools(ports, routing, [...config.sources.keys()]) : [] },
  };
};

export const poolRoutes: Readonly<Record<string, PersonHandler>> = { "GET /v1/pools": list };
