import type { Posting } from "../../domain/lead-pool/posting.ts";
import type { LeadToRoute } from "../../domain/routing/lead-to-route.ts";
import type { Decision, KnownThrough } from "../../schemas/lead/decision.ts";
import type { GivenShares } from "../../schemas/lead/share.ts";
import type { LoadsPort, Ports } from "../ports/ports.ts";

export interface AssignRequest {
  readonly lead: LeadToRoute;
  /** Who has this person, account or outbound contact already (C12): tried first, without moving the rotation. */
  readonly owner?: string | undefined;
  /** Through what; an earlier lead when left out. */
  readonly knownThrough?: KnownThrough | undefined;
  /** Agents who are not asked (again): they declined, let the offer pass, or had the lead (D1). */
  readonly exclude?: readonly string[] | undefined;
  /** `first` draws the lead's ticket; `again` (re-offers, reclaimed leads) draws from the pool's second sequence. */
  readonly mode: "first" | "again";
  /** Picked and not contacted in time: offered to somebody before it may be picked again (E3). */
  readonly missed?: boolean | undefined;
  /** The parts of mixes that this lead was drawn for when it was routed before: it stays with them. */
  readonly drawnParts?: readonly { readonly ruleId: string; readonly drawn: number }[] | undefined;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * Who gets the lead. With `agent` the lead is reserved for that agent already: release it if the lead's commit fails.
 * With `shared` so is each share (C11), under its own lead id.
 * `queued`: nobody can take it now; `reason` says why most could not (a skip reason, or `nobody`).
 */
export type Assignment =
  | {
      readonly outcome: "agent";
      readonly agentId: string;
      /** How it will be posted when nobody accepts in time (E7). */
      readonly posting?: Posting | undefined;
      readonly decision: Decision;
    }
  | {
      readonly outcome: "shared";
      readonly shares: Pick<GivenShares, "given" | "poolRule">;
      readonly decision: Decision;
    }
  | { readonly outcome: "pooled"; readonly posting?: Posting | undefined; readonly decision: Decision }
  | { readonly outcome: "queued"; readonly reason: string; readonly decision: Decision };

export type AssignPorts = Pick<Ports, "rotation" | "ids"> & { readonly loads: AssignLoads };

/** What routing asks of the agents' loads. */
export type AssignLoads = Pick<LoadsPort, "reserve" | "release"> & {
  held(agentIds: readonly string[]): Promise<{ get(agentId: string): HeldLeads | undefined }>;
};

/** Lead ids, as far as routing looks at them. */
export type HeldLeads = Pick<readonly string[], "length" | "includes">;

export const noLeads: HeldLeads = [];
