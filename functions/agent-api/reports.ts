import * as z from "zod";
import type { PersonHandler } from "../../shared/runtime/http.ts";
import { invalid, parseOrThrow } from "../../shared/runtime/problem.ts";
import { isoInstant } from "../../shared/schemas/primitives.ts";
import { conversionReport } from "../../shared/usecases/figures/conversion-report.ts";
import { viewerOf } from "./lead-request.ts";

const day = 24 * 60 * 60 * 1000;
const mostDays = 93;
const standardDays = 30;

const instant = z
  .union([isoInstant, z.iso.date()], "use an instant or a date such as 2026-11-21")
  .transform((text) => Date.parse(text));
const query = z.object({
  by: z.enum(["role", "agent"], "use role or agent").default("role"),
  from: instant.optional(),
  to: instant.optional(),
});

/** C6, F2: what ISAs and field agents made of the leads received in a time of at most three months; the last 30 days by default. */
const conversion: PersonHandler = async (request, ports, config) => {
  const { by, to = ports.clock.now(), from = to - standardDays * day } = parseOrThrow(query, request.query);
  if (from >= to) throw invalid([{ pointer: "/from", detail: "must come before to" }]);
  if (to - from > mostDays * day) throw invalid([{ pointer: "/from", detail: `ask for at most ${mostDays} days` }]);
  const { caller } = viewerOf(request, config);
  const items = await conversionReport(ports, config, caller, { by, from, to });
  return { status: 200, body: { by, from: new Date(from).toISOString(), to: new Date(to).toISOString(), items } };
};

export const reportRoutes: Readonly<Record<string, PersonHandler>> = { "GET /v1/reports/conversion": conversion };
