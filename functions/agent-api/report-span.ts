import * as z from "zod";
import { invalid } from "../../shared/runtime/http/problem.ts";
import { isoInstant } from "../../shared/schemas/primitives.ts";

const day = 24 * 60 * 60 * 1000;
const mostDays = 93;
const standardDays = 30;

const instant = z
  .union([isoInstant, z.iso.date()], "use an instant or a date such as 2026-11-21")
  .transform((text) => Date.parse(text));

/** The part of a report's query that says which leads: those received in a time. */
export const spanQuery = { from: instant.optional(), to: instant.optional() };

/** The time that was asked for, in epoch ms: at most three months, the last 30 days by default. Throws 422. */
export function reportSpan(
  asked: { readonly from?: number | undefined; readonly to?: number | undefined },
  now: number,
): { readonly from: number; readonly to: number } {
  const { to = now, from = to - standardDays * day } = asked;
  if (from >= to) throw invalid([{ pointer: "/from", detail: "must come before to" }]);
  if (to - from > mostDays * day) throw invalid([{ pointer: "/from", detail: `ask for at most ${mostDays} days` }]);
  return { from, to };
}
