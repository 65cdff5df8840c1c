import { poolRuleOfPart } from "../../../domain/plan/methods-of-plan.ts";
import { againKey, mixKey } from "../../../domain/rotation/pool-key.ts";
import type { MixDraw, SkipReason } from "../../../schemas/lead/decision.ts";
import type { Method } from "../../../schemas/plan/method.ts";
import { drawPart } from "../../rotation/draw-part.ts";
import type { Attempt, AttemptContext } from "../attempt.ts";

type Mix = Extract<Method, { readonly type: "mix" }>;

/**
 * Percentages of one stream of leads (C13, E4, E7): the part whose turn it is looks for an agent by its own method and in
 * its own pool; when it has nobody, the others do in their order. A lead takes part in the draw once: offered again,
 * or drained from the queue, it stays with the part it was drawn for, so that only arriving leads move the mix.
 */
export async function tryMix(
  context: AttemptContext,
  { parts }: Mix,
  tryMethod: (context: AttemptContext, method: Method) => Promise<Attempt>,
): Promise<Attempt> {
  const drawn = await drawOf(context, parts);
  const leftOut = new Map<string, SkipReason>();
  const order = [drawn.drawn - 1, ...parts.keys().filter((i) => i !== drawn.drawn - 1)];
  for (const i of order) {
    const part = parts[i];
    if (part === undefined) continue;
    const found = await tryMethod({ ...context, ruleId: poolRuleOfPart(context.ruleId, i) }, part.method);
    if (found.outcome !== "nobody") return { ...found, trace: { ...found.trace, mix: { ...drawn, took: i + 1 } } };
    for (const [agentId, reason] of found.trace.leftOut) leftOut.set(agentId, reason);
  }
  return { outcome: "nobody", trace: { method: "mix", runners: [], leftOut, mix: drawn } };
}

async function drawOf({ ports, request, ruleId }: AttemptContext, parts: Mix["parts"]): Promise<MixDraw> {
  const known = request.drawnParts?.find((each) => each.ruleId === ruleId);
  const percentOf = (part: number) => parts[part]?.percent;
  const percent = known && percentOf(known.drawn - 1);
  if (known && percent !== undefined) return { drawn: known.drawn, percent };
  const key = request.mode === "first" ? mixKey(ruleId) : againKey(mixKey(ruleId));
  const percentages = parts.map((each) => each.percent);
  const { part, ticket } = await drawPart(ports, key, percentages, request.now);
  return { drawn: part + 1, percent: percentOf(part) ?? 0, ...(ticket && { ticket }) };
}
