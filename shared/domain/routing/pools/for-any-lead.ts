import type { PoolFilter } from "../../../schemas/plan/pool-filter.ts";

/** Whether the filter looks at the lead: for its area, its language or a specialist (C5, C7). */
export function matchesLead({ areas, languages, matchSkills }: PoolFilter): boolean {
  return areas !== undefined || languages !== undefined || matchSkills !== undefined;
}

/** The filter without what it looks for in the lead: everybody whom some lead could find. */
export function forAnyLead({ areas, languages, matchSkills, ...filter }: PoolFilter): PoolFilter {
  return filter;
}
