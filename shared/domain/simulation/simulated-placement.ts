import type { Decision } from "../../schemas/lead/decision.ts";
import type { FirstOutcome, LeadBody } from "../../schemas/lead/lead.ts";
import { idOf } from "../shares/recipient.ts";
import type { Placement } from "./placement.ts";

/** What intake or the queue made of a lead. */
type Outcome = Pick<FirstOutcome, "status" | "agentId" | "reason" | "shares"> & { readonly decision?: Decision };

/** What became of a lead by the plan that is tried; `waited` is how long it was queued before, ms. */
export function simulatedPlacement({ score, temperature }: LeadBody, outcome: Outcome, waited: number): Placement {
  const { decision, agentId, reason, shares } = outcome;
  const common = {
    ...(decision && { ruleId: decision.ruleId, method: decision.method }),
    ...(waited > 0 && { waited }),
    score: score.total,
    temperature,
  };
  switch (outcome.status) {
    case "offered":
    case "accepted":
      return shares
        ? { ...common, outcome: "shared", recipients: shares.given.map(({ recipient }) => idOf(recipient)) }
        : { ...common, outcome: "agent", agentId };
    case "pooled":
    case "nurture":
    case "test":
      return { ...common, outcome: outcome.status };
    case "queued":
      return { ...common, outcome: "waiting", reason };
    case "duplicate":
      return { ...common, outcome: "duplicate", agentId };
    default:
      return { ...common, outcome: "rejected", reason };
  }
}
