import type { SkipReason } from "../../schemas/lead/decision.ts";
import type { LeadState, LeadStatus } from "../../schemas/lead/lead.ts";
import type { Criterion } from "../../schemas/plan/checklists.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { Money, Temperature } from "../../schemas/primitives.ts";
import type { DecisionAtIssue } from "../complaints/decision-at-issue.ts";
import type { Obstacle } from "../guard-rails/obstacle.ts";
import type { AnswerProblem } from "../handover/checked-answers.ts";
import type { Past } from "../shares/afterwards/past-share.ts";
import type { Full } from "./body-room.ts";
import type { Placement, Routed } from "./place.ts";

/** What somebody or a timer wants of a lead. `by` is the agent id of the person who asks. */
export type Command =
  | { readonly type: "accept"; readonly by: string; readonly channel?: string | undefined }
  | { readonly type: "decline"; readonly by: string; readonly reason: string; readonly next: Placement }
  | { readonly type: "expireOffer"; readonly next: Placement }
  | { readonly type: "contact"; readonly by: string; readonly channel: string; readonly outcome: string }
  | { readonly type: "qualify"; readonly by: string; readonly met?: string | undefined }
  | {
      readonly type: "appointment";
      readonly by: string;
      /** Epoch ms. */
      readonly at: number;
      readonly outcome?: "kept" | "noShow" | undefined;
    }
  | {
      readonly type: "handOver";
      readonly by: string;
      readonly next: Placement;
      /** The ISA who qualified the lead. */
      readonly isaId?: string | undefined;
      /** How many required criteria are met, `4/4`. */
      readonly met?: string | undefined;
      /** Why a leader hands it over. */
      readonly reason?: string | undefined;
    }
  | { readonly type: "convert"; readonly by: string; readonly value?: Money | undefined }
  | { readonly type: "lose" | "unqualify"; readonly by: string; readonly reason: string }
  | { readonly type: "feedback"; readonly by: string; readonly rating: number }
  | {
      readonly type: "engage";
      /** `agent:<id>` or `source:<id>`. */
      readonly actor: string;
      readonly engagement: string;
      /** Score and temperature with this engagement in them (B3). */
      readonly scored: { readonly total: number; readonly temperature: Temperature };
      /** Where a lead goes that the score lifts out of nurture. */
      readonly next?: Placement | undefined;
    }
  | { readonly type: "update"; readonly actor: string }
  | {
      readonly type: "assign";
      readonly by: string;
      readonly agentId: string;
      readonly reason: string;
      /** What spoke against this agent and was overridden (D7). */
      readonly overridden?: SkipReason | undefined;
    }
  | { readonly type: "claim"; readonly by: string }
  /** `details`: how long the window is, ms (E2). */
  | { readonly type: "open"; readonly by: string; readonly details: number }
  /** Opened another lead instead. */
  | { readonly type: "giveBack"; readonly by: string }
  | { readonly type: "expireHold" }
  | {
      readonly type: "return";
      readonly by: string;
      readonly reason: string;
      /** A leader's word, not an owner's report. */
      readonly decides: boolean;
      /** End of the source's time for returns, epoch ms. */
      readonly until?: number | undefined;
    }
  | { readonly type: "refuseReturn"; readonly by: string; readonly reason: string }
  | { readonly type: "complain"; readonly by: string; readonly reason: string; readonly decision: DecisionAtIssue }
  /** A progressive rule has found a specialist (C16). */
  | {
      readonly type: "bringIn";
      readonly ruleId: string;
      readonly does: "notify" | "reassign";
      readonly agentId: string;
      readonly routed?: Routed | undefined;
    }
  /** Nobody has claimed the lead from the pool in time (C9). */
  | { readonly type: "expireClaim"; readonly next: Placement }
  /** Nobody has taken it from the pool for long (C9). */
  | { readonly type: "recycle"; readonly next: Placement }
  /** A queued lead finds somebody. */
  | { readonly type: "drain"; readonly next: Placement }
  | { readonly type: "escalate" }
  /** Without an agent: no backup can take it, and the lead stays. */
  | { readonly type: "giveToBackup"; readonly agentId?: string | undefined }
  | { readonly type: "reclaim"; readonly next: Placement }
  | { readonly type: "pool"; readonly reason: string }
  | { readonly type: "repair" }
  | { readonly type: "erase"; readonly by: string };

export type CommandOf<T extends Command["type"]> = Extract<Command, { readonly type: T }>;

export interface Context {
  /** Epoch ms. */
  readonly now: number;
  readonly plan: Plan;
}

/** The next STATE but for what the commit itself adds: its name and its version, which counts the events. */
export type Draft = Omit<LeadState, "version" | "commitId">;

/** Why a command changes nothing. */
export type Refusal =
  /** The lead's status does not allow it. */
  /** One lead open at a time, and the agent has opened another meanwhile (E2). */
  | { readonly kind: "openedAnother" }
  | { readonly kind: "wrongState"; readonly status: LeadStatus }
  /** The lead is somebody else's: for the caller it does not exist. */
  | { readonly kind: "notYours" }
  /** The caller sees the lead, but their role may not do this. */
  | { readonly kind: "forbidden" }
  /** The offer had run out, whether its timer has fired or not. */
  | { readonly kind: "expired"; readonly status: LeadStatus }
  /** Somebody else claimed it first. */
  | { readonly kind: "taken"; readonly status: LeadStatus }
  /** The guard rails are in the way of picking it (section E), or somebody else has it open (E2). */
  | { readonly kind: "guardRail"; readonly obstacle: Obstacle }
  /** E4: who picks leads does not decline the assigned ones. */
  | { readonly kind: "notDeclinable" }
  /** E3: who picked the lead tries to reach the person before closing it. */
  | { readonly kind: "contactFirst" }
  /** Only leads that are to be picked are opened (E2). */
  | { readonly kind: "notToPick" }
  /** The source took bad leads back until then (epoch ms). */
  | { readonly kind: "returnTooLate"; readonly until: number }
  /** The buyer was sent the share, but has nothing to do with it any more (C11). */
  | { readonly kind: "pastShare"; readonly past: Past }
  /** The buyer could return the share until then (epoch ms). */
  | { readonly kind: "shareReturnTooLate"; readonly until: number }
  /** The lead has no room for another note, or for that much more. */
  | ({ readonly kind: "full" } & Full)
  /** The lead was shared: the action is on one of its shares (C11). */
  | { readonly kind: "shared" }
  /** The agent has or had another share of the same lead (C11). */
  | { readonly kind: "hasShare"; readonly agentId: string }
  /** A buyer has the share, or is being asked about it (C11). */
  | { readonly kind: "withBuyer"; readonly buyerId: string }
  /** C6: these required criteria are not met, and only a leader's reason makes up for that. */
  | { readonly kind: "incomplete"; readonly missing: readonly Criterion[]; readonly mayOverride: boolean }
  /** The checklist has no such criterion, or it takes another answer. */
  | { readonly kind: "badAnswers"; readonly problems: readonly AnswerProblem[] }
  /** A timer fired, but nothing is due. */
  | { readonly kind: "notDue" }
  /** The agent who would get the lead cannot. */
  | { readonly kind: "unavailable"; readonly agentId: string; readonly reason: SkipReason };

/** Accepted without `next`: the lead is as the command wants it already (a repeat, a lost reply). */
export type Decided =
  | { readonly accepted: true; readonly next?: Draft }
  | { readonly accepted: false; readonly refusal: Refusal };

export const unchanged: Decided = { accepted: true };
export const changed = (next: Draft): Decided => ({ accepted: true, next });
export const refused = (refusal: Refusal): Decided => ({ accepted: false, refusal });
export const wrongState = ({ status }: Pick<LeadState, "status">): Decided => refused({ kind: "wrongState", status });
