import { HttpProblem } from "../../../shared/runtime/http/problem.ts";
import type { ToldObstacle } from "../../../shared/usecases/picking/told-obstacle.ts";

/** What is about the agent, whatever lead it is; the rest are the guard rails of leads that are picked (section E). */
const aboutAgent: ReadonlySet<ToldObstacle["reason"]> = new Set(["capacity", "paused", "inactive", "away"]);

/** The lead cannot be taken now: why, until when, and what to do next. `now`: epoch ms. */
export function guardRailProblem({ title, detail, until, ...about }: ToldObstacle, now: number): HttpProblem {
  const wait = until === undefined ? undefined : Math.max(1, Math.ceil((Date.parse(until) - now) / 1000));
  return new HttpProblem({
    status: 409,
    type: aboutAgent.has(about.reason) ? "agent-unavailable" : "guard-rail",
    title,
    detail,
    extra: { ...about, ...(until !== undefined && { until }) },
    ...(wait !== undefined && { headers: { "retry-after": String(wait) } }),
  });
}
