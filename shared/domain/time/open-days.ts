import { DateTime } from "luxon";
import type { BusinessHours, Weekday } from "../../schemas/business-hours.ts";
import { isClosedOn } from "./holidays.ts";

const weekdays: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Opening hours of a business or an agent in their own time zone. */
export interface OpeningHours {
  /** An agent's have no holidays. */
  readonly hours: BusinessHours;
  readonly zone: string;
}

/** Epoch ms; `to` is the first instant after it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A local day from midnight to midnight. */
export interface OpenDay extends Span {
  /** When it is open, in order, overlaps cut; never on a holiday. */
  readonly spans: readonly Span[];
  /** The date (YYYY-MM-DD) of a public holiday, or of a day on which the tenant is closed. */
  readonly closedOn?: string | undefined;
  next(): OpenDay;
}

/** Whether there is any opening span in the week. */
export function opensEver(hours: BusinessHours): boolean {
  return weekdays.some((name) => (hours[name]?.length ?? 0) > 0);
}

/** The days asked for last, by hours and zone: most questions are about today, and reading a local clock takes long. */
const latest = new Map<string, OpenDay>();
const mostKnown = 1000;
/** Most agents of a team share their hours, each in an object of its own. */
const names = new WeakMap<BusinessHours, string>();

/** The day in which the instant lies. Spans are read on the local clock, so a day of 23 or 25 hours has what it has. */
export function dayAt(at: number, { hours, zone }: OpeningHours): OpenDay {
  const name = `${zone} ${nameOf(hours)}`;
  const known = latest.get(name);
  if (known && isIn(known, at)) return known;
  const next = known && known.to <= at ? known.next() : undefined;
  const day = next && isIn(next, at) ? next : openDay(DateTime.fromMillis(at, { zone }).startOf("day"), hours);
  if (known === undefined && latest.size >= mostKnown) latest.clear();
  latest.set(name, day);
  return day;
}

const isIn = ({ from, to }: Span, at: number): boolean => from <= at && at < to;

function nameOf(hours: BusinessHours): string {
  const name = names.get(hours) ?? JSON.stringify(hours);
  names.set(hours, name);
  return name;
}

function openDay(date: DateTime, hours: BusinessHours): OpenDay {
  const tomorrow = date.plus({ days: 1 }).startOf("day");
  const text = date.toFormat("yyyy-MM-dd");
  const closed = isClosedOn(text, hours);
  let next: OpenDay | undefined;
  return {
    from: date.toMillis(),
    to: tomorrow.toMillis(),
    spans: closed ? [] : spansOf(date, hours),
    ...(closed && { closedOn: text }),
    next() {
      next ??= openDay(tomorrow, hours);
      return next;
    },
  };
}

function spansOf(date: DateTime, hours: BusinessHours): readonly Span[] {
  const name = weekdays[date.weekday - 1];
  const spans = name === undefined ? [] : (hours[name] ?? []);
  let end = 0;
  return spans.toSorted().map((text) => {
    const [opens = "", closes = ""] = text.split("-");
    const from = Math.max(localInstant(date, opens), end);
    end = Math.max(localInstant(date, closes), from);
    return { from, to: end };
  });
}

function localInstant(date: DateTime, time: string): number {
  if (time === "24:00") return date.plus({ days: 1 }).startOf("day").toMillis();
  return date.set({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)) }).toMillis();
}
