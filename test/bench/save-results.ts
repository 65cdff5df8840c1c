import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { markdownTable } from "./report.ts";
import { meetsAim, type Result } from "./result.ts";

export const resultsFile = new URL("results.json", import.meta.url);
export const documentFile = new URL("../../docs/performance.md", import.meta.url);

/** Keeps the last whole measurement, and shows it in the document. */
export function saveResults(results: readonly Result[]): void {
  const about = {
    measuredOn: new Date().toISOString().slice(0, 10),
    node: process.version,
    processors: availableParallelism(),
  };
  const judged = results.map((result) => ({ ...result, ...met(result) }));
  const text = JSON.stringify({ ...about, results: judged }, withThreeDigits, 2);
  writeFileSync(resultsFile, `${text}\n`);
  writeFileSync(documentFile, withTable(readFileSync(documentFile, "utf8"), results));
}

export function withTable(document: string, results: readonly Result[]): string {
  return document.replace(
    /<!-- results -->[\s\S]*<!-- \/results -->/,
    `<!-- results -->\n\n${markdownTable(results)}\n<!-- /results -->`,
  );
}

function met(result: Result): { readonly met?: boolean } {
  const meets = meetsAim(result);
  return meets === undefined ? {} : { met: meets };
}

function withThreeDigits(_name: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(3)) : value;
}
