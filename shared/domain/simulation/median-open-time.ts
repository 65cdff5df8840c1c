import type { LeadState } from "../../schemas/lead/lead.ts";
import { isFinal } from "../lifecycle/phase.ts";
import { day } from "../time/durations.ts";

/** With fewer closed leads their median says little. */
const enough = 20;
/** As long as a lead may be without progress before it is taken back by default (D3). */
const usual = 14 * day;

/** How long this tenant's leads stay with their agent, ms: the median from assignment to the end, else 14 days. */
export function medianOpenTime(states: readonly LeadState[]): number {
  const lengths = states
    .flatMap(({ status, since, assignedAt }) =>
      isFinal(status) && assignedAt !== undefined ? [since - assignedAt] : [],
    )
    .sort((a, b) => a - b);
  const median = lengths[lengths.length >> 1];
  return lengths.length < enough || median === undefined ? usual : Math.max(1, median);
}
