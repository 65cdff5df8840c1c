import type { PersonHandler } from "../../../shared/runtime/http/http.ts";
import { describePools } from "../../../shared/usecases/configuration/views/describe-pools.ts";
import { withPlan } from "../../../shared/usecases/routing-config.ts";
import { limitOf } from "../page.ts";

/** The rotation order is everybody's to see: who is next, who received what, and why turns passed. */
const list: PersonHandler = async (request, ports, config) => {
  const routing = withPlan(config);
  if (routing === undefined) return { status: 200, body: { items: [] } };
  const part = { from: Number(request.query.cursor ?? 0), limit: limitOf(request) };
  const { items, next } = await describePools(ports, routing, [...config.sources.keys()], part);
  return { status: 200, body: { items, ...(next !== undefined && { nextCursor: String(next) }) } };
};

export const poolRoutes: Readonly<Record<string, PersonHandler>> = { "GET /v1/pools": list };
