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
  const { open, holidayOn } = businessNow({ timezone, businessHours }, now);
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
    holiday: holidayOn !== undefined,
  };
}

interface LocalTime {
  readonly hour: number;
  readonly weekday: string;
}

const quarterHour = 15 * 60 * 1000;
/** Of each zone by quarter of an hour, a year's worth at most; then it begins anew. */
const known = new Map<string, Map<number, LocalTime>>();
const mostKnown = 40_000;

/** Worked out once a quarter of an hour, since no zone's hour begins at another time: it is most of what facts cost. */
function localTimeOf(now: number, timezone: string): LocalTime {
  const quarter = Math.floor(now / quarterHour);
  const times = known.get(timezone) ?? new Map<number, LocalTime>();
  const found = times.get(quarter);
  if (found) return found;
  if (times.size >= mostKnown) times.clear();
  const local = DateTime.fromMillis(now, { zone: timezone, locale: "en" });
  const time = { hour: local.hour, weekday: local.toFormat("ccc").toLowerCase() };
  known.set(timezone, times.set(quarter, time));
  return time;
}
