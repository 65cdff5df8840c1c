import { dayOf } from "../../domain/time/local-day.ts";
import type { Span } from "../../domain/time/open-days.ts";
import { askedInstant, instantOf } from "./asked-instant.ts";
import { invalid } from "./problem.ts";

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const mostDays = 93;
const standardDays = 30;

/** The part of a report's query that says which leads: those received in a time. */
export const spanQuery = { from: askedInstant.optional(), to: askedInstant.optional() };

interface Asked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The time that was asked for, in epoch ms: at most three months, the last 30 days by default. Throws 422. */
export function reportSpan(asked: Asked, { now, zone }: { readonly now: number; readonly zone: string }): Span {
  const to = asked.to === undefined ? now : instantOf(asked.to, zone);
  const from = asked.from === undefined ? to - standardDays * day : instantOf(asked.from, zone);
  if (from >= to) throw invalid([{ pointer: "/from", detail: "must come before to" }]);
  // One of these days may have 25 hours.
  if (to - from > mostDays * day + hour) {
    throw invalid([{ pointer: "/from", detail: `ask for at most ${mostDays} days` }]);
  }
  return { from, to };
}

/** A name for the file of a report. */
export function spanName({ from, to }: Span, zone: string): string {
  return `${dayOf(from, zone)}_${dayOf(to, zone)}`;
}
