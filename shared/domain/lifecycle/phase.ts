import type { LeadState, LeadStatus } from "../../schemas/lead/lead.ts";
import type { WaitingState } from "../../schemas/lead/workflow.ts";
import { earliest } from "../time/earliest.ts";

/** What a lead waits for: somebody's acceptance, the first contact, the end of an ownership, or nothing that is timed. */
export type Phase = "acceptance" | "contact" | "ownership" | "none";

/** The phase a status belongs to. `none`: nobody has the lead (nurture, pooled, queued, held and all final statuses). */
export function phaseOf(status: LeadStatus): Phase {
  switch (status) {
    case "offered":
      return "acceptance";
    case "accepted":
      return "contact";
    case "contacted":
    case "qualified":
    case "appointment":
      return "ownership";
    default:
      return "none";
  }
}

/** What an execution may wait for; `claim`: somebody is to take the lead from the pool in time (C9). */
export type Wait = Phase | "claim";

/**
 * The phase in which the lead's execution has to wait. An owner without contact whose lead escalates to nobody (any more)
 * is waited for like one with contact: held until the deadline at which the lead is taken back. That spares such leads
 * the way over an escalation that has nothing to do.
 */
export function waitOf({ status, deadlines }: Pick<LeadState, "status" | "deadlines">): Wait {
  const phase = phaseOf(status);
  if (poolDueAt({ status, deadlines }) !== undefined) return "claim";
  const escalates = deadlines.leader !== undefined || deadlines.backup !== undefined;
  return phase === "contact" && !escalates ? "ownership" : phase;
}

/**
 * When something is to be done about a lead in the pool, epoch ms; undefined when it may lie there, or is not in it. While
 * somebody has it open only the end of that counts (E2): the pool's own deadlines wait.
 */
export function poolDueAt({ status, deadlines }: Pick<LeadState, "status" | "deadlines">): number | undefined {
  if (status === "held") return deadlines.hold;
  return status === "pooled" ? earliest(deadlines.claim, deadlines.recycle) : undefined;
}

const phaseOfWait: Readonly<Record<WaitingState, Wait>> = {
  AwaitClaim: "claim",
  AwaitAcceptance: "acceptance",
  OfferToNext: "acceptance",
  AwaitFirstContact: "contact",
  EscalateToLeader: "contact",
  ReassignToBackup: "contact",
  HoldOwnership: "ownership",
};

/** The phase in which an execution waits at the named state. */
export function phaseAt(state: WaitingState): Wait {
  return phaseOfWait[state];
}

/** Nobody was ever offered or had a lead of these. */
export const neverOwned: ReadonlySet<LeadStatus> = new Set(["nurture", "duplicate", "rejected", "test"]);

const finalStatuses: ReadonlySet<LeadStatus> = new Set([
  "converted",
  "lost",
  "unqualified",
  "duplicate",
  "rejected",
  "test",
  "returned",
  "erased",
]);

/** Whether nothing more happens to a lead of this status, but feedback and erasure. */
export function isFinal(status: LeadStatus): boolean {
  return finalStatuses.has(status);
}
