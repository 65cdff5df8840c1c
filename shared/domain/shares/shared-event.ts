import type { Decision } from "../../schemas/lead/decision.ts";
import type { LeadEvent } from "../../schemas/lead/event.ts";
import type { GivenShares } from "../../schemas/lead/share.ts";

/** The parent's one event about the sharing; what happens to the shares is in their own histories. The tickets are theirs. */
export function sharedEvent(
  { at, given }: Pick<GivenShares, "at" | "given">,
  actor: string,
  routed: Partial<Pick<Decision, "ruleId" | "method" | "poolId">> = {},
): LeadEvent {
  const { ruleId, method, poolId } = routed;
  return {
    type: "lead.updated",
    at,
    actor,
    outcome: "shared",
    value: given.length,
    ...(ruleId !== undefined && { ruleId }),
    ...(method !== undefined && { method }),
    ...(poolId !== undefined && { poolId }),
  };
}
