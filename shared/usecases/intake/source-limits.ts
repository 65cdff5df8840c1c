import { DateTime } from "luxon";
import { day } from "../../domain/time/durations.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { Source } from "../../schemas/source.ts";
import type { Ports } from "../ports/ports.ts";

const minute = 60_000;

type LimitPorts = Pick<Ports, "intake">;
type Limited = Pick<Source, "sourceId" | "rateLimit" | "dailyCap">;

/**
 * Seconds after which the source may ask again, or undefined if it may now. Counts the request, only where a limit is set;
 * whole minutes, so a source may send twice its limit across the turn of one.
 */
export async function rateExceeded(ports: LimitPorts, source: Limited, now: number): Promise<number | undefined> {
  if (source.rateLimit === undefined) {
    return undefined;
  }
  const window = Math.floor(now / minute);
  const next = (window + 1) * minute;
  const counted = await ports.intake.countUpTo(`rate#${source.sourceId}#${window}`, source.rateLimit, next + minute);
  return counted ? undefined : Math.ceil((next - now) / 1000);
}

/**
 * Whether the source has sent its leads of the day (A6), counted from the tenant's midnight. Counts this lead if not; an
 * intake that dies later has used a place.
 */
export async function dailyCapReached(
  ports: LimitPorts,
  source: Limited,
  timezone: Plan["timezone"] | undefined,
  now: number,
): Promise<boolean> {
  if (source.dailyCap === undefined) {
    return false;
  }
  const today = DateTime.fromMillis(now, { zone: timezone ?? "utc" });
  const counter = `cap#${source.sourceId}#${today.toISODate()}`;
  return !(await ports.intake.countUpTo(counter, source.dailyCap, today.endOf("day").toMillis() + day));
}
