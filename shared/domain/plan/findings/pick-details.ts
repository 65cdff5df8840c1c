import type { AccessMetric } from "../../guard-rails/access-tier.ts";

export type QuotaName = "perHour" | "perDay" | "perWeek";

/** About leads that agents pick themselves (C10). */
export interface PickDetails {
  readonly usualGuardRails: unknown;
  readonly guardRailsUnused: unknown;
  readonly pickWithoutWindow: unknown;
  readonly pickWithoutScores: unknown;
  readonly tooFewToPick: { readonly count: number };
  readonly newcomersPick: { readonly ids: readonly string[] };
  readonly accessBarsWrongWay: { readonly metric: AccessMetric; readonly first: number; readonly third: number };
  readonly accessDelaysWrongWay: { readonly second: string; readonly last: string };
  /** `idle` allows `most`, but `by` allows no more than `counts`. */
  readonly idleQuota: {
    readonly idle: QuotaName;
    readonly most: number;
    readonly by: QuotaName;
    readonly counts: number;
  };
}
