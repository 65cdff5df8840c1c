import { assignedFirst } from "../../../domain/lead-pool/posting.ts";
import { poolRuleOfFirst } from "../../../domain/plan/methods-of-plan.ts";
import type { Method } from "../../../schemas/plan/method.ts";
import type { Attempt, AttemptContext } from "../attempt.ts";
import { tryPool } from "./try-pool.ts";

type CherryPickMethod = Extract<Method, { readonly type: "cherryPick" }>;

/**
 * Posted to be picked between guard rails (C10). With `assignFirst` it is offered by another method before (E7), in a
 * rotation of its own: only when that finds nobody it is posted at once.
 */
export async function tryCherryPick(
  context: AttemptContext,
  method: CherryPickMethod,
  tryMethod: (context: AttemptContext, method: Method) => Promise<Attempt>,
): Promise<Attempt> {
  const posted = tryPool(context, method);
  const { assignFirst } = method;
  if (assignFirst === undefined || posted.outcome !== "pooled" || posted.posting === undefined) return posted;
  const { config, request, ruleId } = context;
  const found = await tryMethod({ ...context, ruleId: poolRuleOfFirst(ruleId) }, assignFirst.method);
  if (found.outcome !== "agent") {
    return { ...posted, trace: { ...posted.trace, leftOut: found.trace.leftOut, first: "passed" } };
  }
  const posting = assignedFirst(posted.posting, assignFirst.for, config.plan, request.now);
  return { ...found, posting, trace: { ...found.trace, first: "offered" } };
}
