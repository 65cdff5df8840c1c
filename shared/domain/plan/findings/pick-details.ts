/** About leads that agents pick themselves (C10). */
export interface PickDetails {
  readonly usualGuardRails: unknown;
  readonly guardRailsUnused: unknown;
  readonly pickWithoutWindow: unknown;
  readonly pickWithoutScores: unknown;
  readonly tooFewToPick: { readonly count: number };
  readonly newcomersPick: { readonly ids: readonly string[] };
}
