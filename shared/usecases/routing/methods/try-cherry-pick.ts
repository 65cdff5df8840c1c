import { assignedFirst } from "../../../domain/lead-pool/posting.ts";
import { poolRuleOfFirst } from "../../../domain/plan/methods-of-plan.ts";
import type { Method } from "../../../schemas/plan/method.ts";
import type { Attempt, AttemptContext } from "../attempt.ts";
import { tryPool } from "./try-pool.ts";

type CherryPickMethod = Extract<Method, { readonly type: "cherryPick" }>;

/**
 * Posted to be picked between guard rails (C10). With `assignFirst` it is offered by another method before (E7), in a
 * rotation of its own: only when that finds nobody it is posted at once. Whoever picked a lead and missed the contact (E3)
 * is followed by the next in that rotation; without `assignFirst` by the next of those who may pick it, with an ordinary
 * offer that leads back to the pool.
 */
export async function tryCherryPick(
  context: AttemptContext,
  method: CherryPickMethod,
  tryMethod: (context: AttemptContext, method: Method) => Promise<Attempt>,
): Promise<Attempt> {
  const posted = tryPool(context, method);
  const { config, request, ruleId } = context;
  const { assignFirst, pool = {} } = method;
  const next = request.missed === true ? ({ type: "roundRobin", pool } as const) : undefined;
  const first = assignFirst?.method ?? next;
  if (first === undefined || posted.outcome !== "pooled" || posted.posting === undefined) return posted;
  const found = await tryMethod({ ...context, ruleId: poolRuleOfFirst(ruleId) }, first);
  if (found.outcome !== "agent") {
    return { ...posted, trace: { ...posted.trace, leftOut: found.trace.leftOut, first: "passed" } };
  }
  const { posting } = posted;
  const later = assignFirst ? assignedFirst(posting, assignFirst.for, config.plan, request.now) : posting;
  return { ...found, posting: later, trace: { ...found.trace, first: "offered" } };
}
