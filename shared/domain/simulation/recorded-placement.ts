import type { LeadBody, LeadState } from "../../schemas/lead/lead.ts";
import type { Placement } from "./placement.ts";

/** What became of a past lead: whoever owns it, else whom it was offered to, else how intake left it. */
export function recordedPlacement(state: LeadState, { decision, first, score, temperature }: LeadBody): Placement {
  const agentId = state.ownerId ?? state.offer?.agentId ?? first.agentId;
  const common = {
    ...(decision && { ruleId: decision.ruleId, method: decision.method }),
    score: score.total,
    temperature,
  };
  if (state.status === "duplicate" || state.status === "nurture") return { ...common, outcome: state.status, agentId };
  if (agentId !== undefined) return { ...common, outcome: "agent", agentId };
  if (state.status === "queued") return { ...common, outcome: "waiting", reason: state.reason };
  return { ...common, outcome: "pooled" };
}
