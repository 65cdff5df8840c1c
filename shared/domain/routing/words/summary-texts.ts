import type { Decision, KnownThrough, SkipReason } from "../../../schemas/lead/decision.ts";

/** Why the chosen agent has the lead, as far as a sentence tells it. */
export interface ChosenBy {
  readonly method: string;
  /** The number of the turn, where one was drawn. */
  readonly ticket?: number | undefined;
  /** Names of the areas that the pool is of. */
  readonly areas: readonly string[];
  /** 1: a full turn. */
  readonly weight?: number | undefined;
  /** Part of the pool's turns, 0–1. */
  readonly share?: number | undefined;
  readonly tier?: Decision["tier"];
  readonly knownThrough?: KnownThrough | undefined;
}

/** The words of a decision's summary in one language. */
export interface SummaryTexts {
  readonly rule: (name: string) => string;
  /** A rule that took effect after something the person did (C16). */
  readonly progressive: (name: string) => string;
  readonly continuity: Readonly<Record<KnownThrough | "person", string>>;
  readonly fallback: string;
  readonly closed: string;
  readonly nurturing: string;
  readonly chosen: (name: string, by: ChosenBy) => string;
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
