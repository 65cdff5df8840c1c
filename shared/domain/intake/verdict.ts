import type { LeadBody } from "../../schemas/lead/lead.ts";

export type Verdict = "accepted" | "duplicate" | "rejected" | "queued" | "test";

/** No plan yet: the lead waits until there is one. */
export const noPlan = "noPlan";

/** What the sender is told, by what intake decided. A lead that waits for somebody to have room is accepted. */
export function verdictOf({ status, reason }: LeadBody["first"]): Verdict {
  switch (status) {
    case "nurture":
    case "offered":
    case "accepted":
    case "pooled":
      return "accepted";
    case "queued":
      return reason === noPlan ? "queued" : "accepted";
    case "duplicate":
    case "test":
      return status;
    default:
      return "rejected";
  }
}
