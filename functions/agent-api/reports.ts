import * as z from "zod";
import { csvOf } from "../../shared/runtime/http/csv.ts";
import type { HttpReply, PersonHandler } from "../../shared/runtime/http/http.ts";
import { type HttpProblem, invalid, parseOrThrow } from "../../shared/runtime/http/problem.ts";
import { reportSpan, spanName, spanQuery } from "../../shared/runtime/http/report-span.ts";
import { slug } from "../../shared/schemas/primitives.ts";
import { conversionReport } from "../../shared/usecases/figures/conversion-report.ts";
import { pickReport } from "../../shared/usecases/figures/pick-report.ts";
import { pickReportTable, type ReportTable } from "../../shared/usecases/figures/pick-report-table.ts";
import { mostWatchedLeads } from "../../shared/usecases/figures/watched-leads.ts";
import type { Configuration } from "../../shared/usecases/ports/ports.ts";
import { buyerReport, mostReportedLeads } from "../../shared/usecases/shares/afterwards/buyer-report.ts";
import { buyerReportTable } from "../../shared/usecases/shares/afterwards/buyer-report-table.ts";
import { viewerOf } from "./lead-request.ts";

const conversionQuery = z.object({
  by: z.enum(["role", "agent"], "use role or agent").default("role"),
  ...spanQuery,
});
const buyerQuery = z.object({
  buyer: slug.optional(),
  format: z.enum(["json", "csv"], "use json or csv").default("json"),
  ...spanQuery,
});
const pickQuery = z.object({ format: z.enum(["json", "csv"], "use json or csv").default("json"), ...spanQuery });

/** C6, F2: what ISAs and field agents made of the leads received in a time. */
const conversion: PersonHandler = async (request, ports, config) => {
  const { by, ...asked } = parseOrThrow(conversionQuery, request.query);
  const span = reportSpan(asked, { now: ports.clock.now(), zone: zoneOf(config) });
  const items = await conversionReport(ports, config, viewerOf(request, config).caller, { by, ...span });
  return { status: 200, body: { by, ...shown(span), items } };
};

/** E8: how fairly agents pick, and whether it does any good. */
const cherryPick: PersonHandler = async (request, ports, config) => {
  const { format, ...asked } = parseOrThrow(pickQuery, request.query);
  const span = reportSpan(asked, { now: ports.clock.now(), zone: zoneOf(config) });
  const { caller, locale } = viewerOf(request, config);
  const report = await pickReport(ports, config, caller, { ...span, locale });
  if (report === undefined) throw tooMany(mostWatchedLeads);
  if (format === "json") return { status: 200, body: { ...shown(span), ...report } };
  return tableReply(`cherry-pick_${spanName(span, zoneOf(config))}`, pickReportTable(report, config));
};

/** C11: what buyers bought, and what they owe. */
const sold: PersonHandler = async (request, ports, config) => {
  const { format, buyer, ...asked } = parseOrThrow(buyerQuery, request.query);
  const span = reportSpan(asked, { now: ports.clock.now(), zone: zoneOf(config) });
  const report = await buyerReport(ports, config, span, buyer);
  if (report === undefined) throw tooMany(mostReportedLeads);
  if (format === "json") return { status: 200, body: { ...shown(span), ...report } };
  return tableReply(`buyers_${spanName(span, zoneOf(config))}`, buyerReportTable(report, config));
};

const tooMany = (most: number): HttpProblem =>
  invalid([{ pointer: "/from", detail: `more than ${most} leads came in this time: ask for a shorter one` }]);

const zoneOf = ({ plan }: Configuration): string => plan?.timezone ?? "UTC";

function tableReply(name: string, { columns, rows }: ReportTable): HttpReply {
  return { status: 200, csv: { name, text: csvOf(columns, rows) } };
}

function shown({ from, to }: ReturnType<typeof reportSpan>) {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

export const reportRoutes: Readonly<Record<string, PersonHandler>> = {
  "GET /v1/reports/conversion": conversion,
  "GET /v1/reports/buyers": sold,
  "GET /v1/reports/cherry-pick": cherryPick,
};
