import type { ReportTable } from "../../figures/pick-report-table.ts";
import type { Configuration } from "../../ports/ports.ts";
import type { BuyerReport } from "./buyer-report.ts";

const columns = [
  ...["buyerId", "name", "leadId", "shareId", "soldAt", "status", "endedAt", "reason"],
  ...["owed.amount", "owed.currency", "rating"],
];

/** The sales as a table, one a row: what a buyer gets with the invoice (C11). Columns are called as in the JSON answer. */
export function buyerReportTable({ sales }: BuyerReport, { buyers }: Pick<Configuration, "buyers">): ReportTable {
  const rows = sales.map(({ buyerId, leadId, shareId, soldAt, status, endedAt, reason, owed, rating }) => [
    ...[buyerId, buyers.get(buyerId)?.name, leadId, shareId, soldAt, status, endedAt, reason],
    ...[owed?.amount, owed?.currency, rating],
  ]);
  return { columns, rows };
}
