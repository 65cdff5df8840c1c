import { DateTime } from "luxon";
import type { LeadToRoute } from "./lead-to-route.ts";

/**
 * What conditions may ask about: every lead field by its path, and `area` (all area ids), `score`, `temperature`,
 * `source`, `exclusivity`, and the time of day in the plan's zone: `hour` 0–23, `weekday` mon…sun. A lead that is being
 * scored has no score or temperature yet.
 */
export function factsOf(
  lead: Omit<LeadToRoute, "leadId" | "score" | "temperature"> & Partial<Pick<LeadToRoute, "score" | "temperature">>,
  now: number,
  timezone: string,
): Readonly<Record<string, unknown>> {
  const local = DateTime.fromMillis(now, { zone: timezone, locale: "en" });
  return {
    ...lead.facts,
    area: lead.areas,
    score: lead.score,
    temperature: lead.temperature,
    source: lead.sourceId,
    exclusivity: lead.exclusivity,
    hour: local.hour,
    weekday: local.toFormat("ccc").toLowerCase(),
  };
}
