import type { LeadState, LeadStatus } from "../../schemas/lead/lead.ts";
import { isFinal } from "../lifecycle/phase.ts";

/** From the furthest a share can come to the least. */
const furthest: readonly LeadStatus[] = ["converted", "appointment", "qualified", "contacted", "accepted"];
/** When all shares are closed and none was won: what most says about the lead. */
const endings: readonly LeadStatus[] = ["lost", "unqualified", "returned"];

/** Why a share ended that nobody took. */
export const unsold = "unsold";

/**
 * A shared lead's status follows its shares: it is as far as the share that has come furthest, offered while any is still
 * to be answered, and closed when all are: lost if anybody lost it, else unqualified, else returned; lost as `unsold` if
 * nobody took any.
 */
export function parentStatus(
  shares: readonly Pick<LeadState, "status" | "reason">[],
): Pick<LeadState, "status" | "reason"> {
  const reached = furthest.find((status) => shares.some((share) => share.status === status));
  if (reached !== undefined) return { status: reached };
  if (shares.some(({ status }) => !isFinal(status))) return { status: "offered" };
  const taken = shares.filter(({ reason }) => reason !== unsold);
  const ending = endings.find((status) => taken.some((share) => share.status === status));
  return ending === undefined ? { status: "lost", reason: unsold } : { status: ending };
}
