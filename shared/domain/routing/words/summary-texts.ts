import type { SkipReason } from "../../../schemas/lead/decision.ts";

/** The words of a decision's summary in one language. */
export interface SummaryTexts {
  readonly rule: (name: string) => string;
  readonly continuity: string;
  readonly fallback: string;
  readonly closed: string;
  readonly nurturing: string;
  /** `ticket` is the number drawn, where one was. */
  readonly chosen: (name: string, method: string, ticket: number | undefined) => string;
  /** Everybody who got the lead at once; of one share, its recipient and how many got the lead in all. */
  readonly shared: (names: readonly string[], among: number) => string;
  readonly pooled: string;
  /** For agents to choose between guard rails (C10). */
  readonly toPick: string;
  readonly queued: string;
  /** Until the business opens. */
  readonly held: string;
  readonly notYet: string;
  readonly reasons: Readonly<Record<SkipReason, string>>;
}
