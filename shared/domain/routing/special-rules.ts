/** Rule ids of decisions that no rule of the plan made; a plan's own rules may not be called so. */
export const CONTINUITY = "continuity";
export const FALLBACK = "fallback";
/** The business is closed: leads wait until it opens, or go to whoever is on call (C17). */
export const CLOSED = "business-hours";
export const ON_CALL = "on-call";

export const reservedRuleIds: readonly string[] = [CONTINUITY, FALLBACK, CLOSED, ON_CALL];
