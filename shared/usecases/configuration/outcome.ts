import type { TierDecision } from "../../schemas/tier.ts";

/** Why a change of the configuration was not made. */
export type Refusal =
  | { readonly kind: "unknown"; readonly what: string }
  /** Somebody else has saved in between (If-Match). */
  | { readonly kind: "stale"; readonly currentVersion: number | undefined }
  /** Decided before, in another way. */
  | { readonly kind: "decided"; readonly status: TierDecision["status"] }
  /** The agent's tier is not the one that the proposal changes. */
  | { readonly kind: "outdated"; readonly tier: string | undefined }
  /** Still needed: by what, in words. */
  | { readonly kind: "inUse"; readonly by: readonly string[] }
  | { readonly kind: "invalid"; readonly errors: readonly { readonly pointer: string; readonly detail: string }[] };

export type Outcome<T> =
  | { readonly done: true; readonly value: T }
  | { readonly done: false; readonly refusal: Refusal };

export function done<T>(value: T): Outcome<T> {
  return { done: true, value };
}

export function refused<T>(refusal: Refusal): Outcome<T> {
  return { done: false, refusal };
}

/** A stored thing, and whether it is new. */
export interface SavedItem<T> {
  readonly item: T;
  readonly created: boolean;
}

/**
 * Which version a write may replace: a number names exactly one (0: only if there is none), `any` one that is there,
 * undefined whatever there is.
 */
export type Expected = number | "any" | undefined;
