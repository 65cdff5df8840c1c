import type { LeadState } from "../../schemas/lead/lead.ts";
import { phaseOf } from "./phase.ts";

/** The agent whose load the lead counts in: to whom it is offered, or who owns it while it is open. Undefined: nobody. */
export function holderOf(state: Pick<LeadState, "status" | "offer" | "ownerId">): string | undefined {
  switch (phaseOf(state.status)) {
    case "acceptance":
      return state.offer?.agentId;
    case "contact":
    case "ownership":
      return state.ownerId;
    case "none":
      return undefined;
  }
}
