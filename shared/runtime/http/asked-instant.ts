import * as z from "zod";
import { localDay } from "../../domain/time/local-day.ts";
import { isoInstant } from "../../schemas/primitives.ts";

/** An end of a span in a query. */
export const askedInstant = z.union([isoInstant, z.iso.date()], "use an instant or a date such as 2026-11-21");

/** Epoch ms. A date is the midnight with which it begins in the tenant's zone, as on an invoice. */
export function instantOf(asked: string, zone: string): number {
  return localDay(asked, zone)?.from ?? Date.parse(asked);
}
