import type { LeadState } from "../../schemas/lead/lead.ts";
import { unsold } from "./parent-status.ts";

/**
 * How many of a shared lead's recipients have it or are being offered it (C11): not those shares that nobody took, and
 * not those that came back. A share that is not made yet is about to be offered. `among`: how many shares there are in all.
 */
export function recipientsNow(shares: readonly Pick<LeadState, "status" | "reason">[], among: number): number {
  return among - shares.filter(isNobodys).length;
}

function isNobodys({ status, reason }: Pick<LeadState, "status" | "reason">): boolean {
  return ["returned", "erased", "pooled", "queued"].includes(status) || (status === "lost" && reason === unsold);
}
