import type { LeadState, LeadStatus } from "../../schemas/lead/lead.ts";

/** Statuses after which nobody has a claim to the person. */
const ownerless: ReadonlySet<LeadStatus> = new Set<LeadStatus>(["rejected", "test", "returned", "erased", "duplicate"]);

/**
 * The agent who has this person from an earlier lead (C12): whoever owns or owned it last. Nobody when it was taken back,
 * or when the last contact (else the assignment) is longer ago than `restingPeriod` ms.
 */
export function continuingOwner(
  earlier: Pick<LeadState, "status" | "ownerId" | "assignedAt" | "contactedAt" | "progressAt" | "receivedAt">,
  now: number,
  restingPeriod?: number,
): string | undefined {
  if (earlier.ownerId === undefined || ownerless.has(earlier.status)) {
    return undefined;
  }
  const last = Math.max(earlier.progressAt ?? 0, earlier.contactedAt ?? 0, earlier.assignedAt ?? 0, earlier.receivedAt);
  return restingPeriod !== undefined && now - last > restingPeriod ? undefined : earlier.ownerId;
}
