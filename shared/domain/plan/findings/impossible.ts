import type { Comparison } from "../../../schemas/plan/condition.ts";

/** What a field's values are, as far as it can be said in a few words. */
export type FieldKind =
  | readonly (string | number)[]
  | "text"
  | "number"
  | "truth"
  | "countryCode"
  | "languageCode"
  /** Scoring comes before there is any score or temperature. */
  | "notYet"
  | { readonly parts: readonly string[] };

/**
 * Why one comparison alone never holds: the field has other values (all of them, or their kind), its limits are the wrong way
 * round, or it is `any` of nothing. Left out where several comparisons contradict each other.
 */
export type Impossible =
  | {
      readonly reason: "value";
      readonly has: FieldKind;
      /** What it was compared with, and what was probably meant by it. */
      readonly compared?: Comparison;
      readonly meant?: string;
    }
  | { readonly reason: "reversed" }
  | { readonly reason: "empty" };
