import type { RuleWhy } from "../../../schemas/lead/decision.ts";

/** Why rules were missed, as worked out for earlier leads with the same value of the field that settled it. */
export interface KnownReasons {
  get(field: number, value: unknown, position: number): RuleWhy | undefined;
  set(field: number, value: unknown, position: number, why: RuleWhy): void;
}

/** A memory that is full begins anew: some 5 MB. */
const mostKnown = 20_000;

/** Most fields have few values, and a plan's leads miss the same rules for the same ones. */
export function knownReasons(): KnownReasons {
  let byField: Map<unknown, RuleWhy[]>[] = [];
  let size = 0;
  return {
    get: (field, value, position) => byField[field]?.get(value)?.[position],
    set(field, value, position, why) {
      if (size === mostKnown) {
        byField = [];
        size = 0;
      }
      const byValue = byField[field] ?? new Map<unknown, RuleWhy[]>();
      byField[field] = byValue;
      const byRule = byValue.get(value) ?? [];
      byValue.set(value, byRule);
      byRule[position] = why;
      size += 1;
    },
  };
}
