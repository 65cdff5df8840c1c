import { sizeClasses } from "../../domain/pick-watch/size-class.ts";
import type { Quality } from "../../domain/pick-watch/watch-rows.ts";
import type { Configuration } from "../ports/ports.ts";
import type { PickReport } from "./pick-report.ts";

type Cell = string | number | undefined;

export interface ReportTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const qualities = ["leads", "meanScore", "contacted", "converted", "conversion"] as const;
const columns = [
  ...["agentId", "name"],
  ...qualities.map((name) => `picked.${name}`),
  ...qualities.map((name) => `assigned.${name}`),
  ...["minutesToClaim", "minutesClaimToContact", "aged", "complaints"],
  ...sizeClasses.map((size) => `companySize.${size}`),
  ...["sources", "warnings"],
];

/**
 * The report as a table (E8): one row for each agent, and `all` for the whole with the warnings that concern nobody alone.
 * Names of columns and the form of numbers are those of the JSON answer.
 */
export function pickReportTable(
  { items, all, warnings }: PickReport,
  { agents, sources }: Pick<Configuration, "agents" | "sources">,
): ReportTable {
  const warned = (agentId: string | undefined) =>
    warnings
      .filter((warning) => ("agentId" in warning ? warning.agentId : undefined) === agentId)
      .map(({ text }) => text)
      .join(" ");
  const rows = items.map((row): readonly Cell[] => [
    row.agentId,
    agents.get(row.agentId)?.name,
    ...cells(row.picked),
    ...cells(row.assigned),
    row.minutesToClaim,
    row.minutesClaimToContact,
    row.aged,
    row.complaints,
    ...sizeClasses.map((size) => row.companySizes[size] ?? 0),
    Object.entries(row.sources)
      .map(([sourceId, count]) => `${sources.get(sourceId)?.name ?? sourceId}: ${count}`)
      .join("; "),
    warned(row.agentId),
  ]);
  const known: Readonly<Record<string, Cell>> = { complaints: all.complaints, warnings: warned(undefined) };
  const whole: readonly Cell[] = ["all", undefined, ...cells(all.picked), ...cells(all.assigned)];
  return { columns, rows: [...rows, [...whole, ...columns.slice(whole.length).map((column) => known[column])]] };
}

function cells(quality: Quality): readonly Cell[] {
  return qualities.map((name) => quality[name]);
}
