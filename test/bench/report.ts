import { type Measured, meetsAim, type Result } from "./result.ts";

const headings = ["", "ours", "other", "ratio", "aim", ""];

/** The results as a table for people, one line each. */
export function table(results: readonly Result[]): string {
  const rows = [headings, ...results.map(cells)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
    .map((line) => `${line.trimEnd()}\n`)
    .join("");
}

/** The ratios as Markdown. */
export function markdownTable(results: readonly Result[]): string {
  const lines = results.map((result) => {
    const [name = "", , , ratio = "", aim = "", met = ""] = cells(result);
    return `| ${name} | ${result.other.what} | ${ratio} | ${[aim, met].filter(Boolean).join(", ")} |`;
  });
  return ["| ours | against | ratio | aim |", "|---|---|---|---|", ...lines].map((line) => `${line}\n`).join("");
}

function cells(result: Result): string[] {
  const { name, ours, other, aim } = result;
  const met = meetsAim(result);
  return [
    name,
    `${measured(ours)} (${ours.what})`,
    `${measured(other)} (${other.what})`,
    `${short(result.ratio)}×`,
    aim === undefined ? "" : "atLeast" in aim ? `≥ ${short(aim.atLeast)}×` : `≤ ${short(aim.atMost)}×`,
    met === undefined ? "" : met ? "met" : "missed",
  ];
}

function measured({ value, unit }: Measured): string {
  return `${short(value)} ${unit}`;
}

/** Three digits that count. */
export function short(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString("en");
  return String(Number(value.toPrecision(3)));
}
