/** Rule ids of decisions that no rule of the plan made; a plan's own rules may not be called so. */
export const CONTINUITY = "continuity";
export const FALLBACK = "fallback";

export const reservedRuleIds: readonly string[] = [CONTINUITY, FALLBACK];
