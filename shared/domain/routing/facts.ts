import { DateTime } from "luxon";
import type { BusinessHours } from "../../schemas/business-hours.ts";
import { businessNow } from "../time/business-clock.ts";
import type { LeadToRoute } from "./lead-to-route.ts";

/**
 * What conditions may ask about: every lead field by its path, and `area` (all area ids), `score`, `temperature`,
 * `source`, `exclusivity`, `stage` (`new`, or `handover` once an ISA has handed it over), and the time of day in the
 * plan's zone: `hour` 0–23, `weekday` mon…sun, `open` and `holiday` by its business hours. A lead that is being scored
 * has no score or temperature yet.
 */
export function factsOf(
  lead: Omit<LeadToRoute, "leadId" | "score" | "temperature"> & Partial<Pick<LeadToRoute, "score" | "temperature">>,
  now: number,
  timezone: string,
  businessHours?: BusinessHours,
): Readonly<Record<string, unknown>> {
  const { hour, weekday } = localTimeOf(now, timezone);
  const { open, holiday } = businessNow({ timezone, businessHours }, now);
  return {
    ...lead.facts,
    area: lead.areas,
    score: lead.score,
    temperature: lead.temperature,
    source: lead.sourceId,
    exclusivity: lead.exclusivity,
    stage: lead.stage ?? "new",
    hour,
    weekday,
    recycled: lead.recycled ?? 0,
    open,
    holiday,
  };
}

interface LocalTime {
  readonly hour: number;
  readonly weekday: string;
}

const quarterHour = 15 * 60 * 1000;
let latest: (LocalTime & { readonly quarter: number; readonly timezone: string }) | undefined;

/** Worked out once a quarter of an hour, since no zone's hour begins at another time: it is most of what facts cost. */
function localTimeOf(now: number, timezone: string): LocalTime {
  const quarter = Math.floor(now / quarterHour);
  if (latest?.quarter === quarter && latest.timezone === timezone) return latest;
  const local = DateTime.fromMillis(now, { zone: timezone, locale: "en" });
  latest = { quarter, timezone, hour: local.hour, weekday: local.toFormat("ccc").toLowerCase() };
  return latest;
}
