import * as z from "zod";
import { csvOf } from "../../shared/runtime/http/csv.ts";
import type { HttpReply, PersonHandler } from "../../shared/runtime/http/http.ts";
import { type HttpProblem, invalid, parseOrThrow } from "../../shared/runtime/http/problem.ts";
import { slug } from "../../shared/schemas/primitives.ts";
import { conversionReport } from "../../shared/usecases/figures/conversion-report.ts";
import { pickReport } from "../../shared/usecases/figures/pick-report.ts";
import { pickReportTable, type ReportTable } from "../../shared/usecases/figures/pick-report-table.ts";
import { mostWatchedLeads } from "../../shared/usecases/figures/watched-leads.ts";
import { buyerReport, mostReportedLeads } from "../../shared/usecases/shares/afterwards/buyer-report.ts";
import { buyerReportTable } from "../../shared/usecases/shares/afterwards/buyer-report-table.ts";
import { viewerOf } from "./lead-request.ts";
import { reportSpan, spanQuery } from "./report-span.ts";

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
  const span = reportSpan(asked, ports.clock.now());
  const items = await conversionReport(ports, config, viewerOf(request, config).caller, { by, ...span });
  return { status: 200, body: { by, ...shown(span), items } };
};

/** E8: how fairly agents pick, and whether it does any good. */
const cherryPick: PersonHandler = async (request, ports, config) => {
  const { format, ...asked } = parseOrThrow(pickQuery, request.query);
  const span = reportSpan(asked, ports.clock.now());
  const { caller, locale } = viewerOf(request, config);
  const report = await pickReport(ports, config, caller, { ...span, locale });
  if (report === undefined) throw tooMany(mostWatchedLeads);
  if (format === "json") return { status: 200, body: { ...shown(span), ...report } };
  return tableReply("cherry-pick", span, pickReportTable(report, config));
};

/** C11: what buyers bought, and what they owe. */
const sold: PersonHandler = async (request, ports, config) => {
  const { format, buyer, ...asked } = parseOrThrow(buyerQuery, request.query);
  const span = reportSpan(asked, ports.clock.now());
  const report = await buyerReport(ports, config, span, buyer);
  if (report === undefined) throw tooMany(mostReportedLeads);
  if (format === "json") return { status: 200, body: { ...shown(span), ...report } };
  return tableReply("buyers", span, buyerReportTable(report, config));
};

const tooMany = (most: number): HttpProblem =>
  invalid([{ pointer: "/from", detail: `more than ${most} leads came in this time: ask for a shorter one` }]);

type Span = ReturnType<typeof reportSpan>;

function tableReply(report: string, span: Span, { columns, rows }: ReportTable): HttpReply {
  const { from, to } = shown(span);
  const name = `${report}_${from.slice(0, 10)}_${to.slice(0, 10)}`;
  return { status: 200, csv: { name, text: csvOf(columns, rows) } };
}

function shown({ from, to }: Span) {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

export const reportRoutes: Readonly<Record<string, PersonHandler>> = {
  "GET /v1/reports/conversion": conversion,
  "GET /v1/reports/buyers": sold,
  "GET /v1/reports/cherry-pick": cherryPick,
};
