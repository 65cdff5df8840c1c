import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { markdownTable } from "./report.ts";
import { type Measured, meetsAim, type Result } from "./result.ts";

export const resultsFile = new URL("results.json", import.meta.url);
export const documentFile = new URL("../../docs/performance.md", import.meta.url);

/** Keeps the last whole measurement, and shows it in the document. */
export function saveResults(results: readonly Result[]): void {
  const about = {
    measuredOn: new Date().toISOString().slice(0, 10),
    node: process.version,
    processors: availableParallelism(),
  };
  const kept = results.map(inThreeDigits);
  const judged = kept.map((result) => ({ ...result, ...met(result) }));
  writeFileSync(resultsFile, `${JSON.stringify({ ...about, results: judged }, undefined, 2)}\n`);
  writeFileSync(documentFile, withTable(readFileSync(documentFile, "utf8"), kept));
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

function inThreeDigits({ ours, other, ratio, ...rest }: Result): Result {
  const measured = (each: Measured): Measured => ({ ...each, value: threeDigits(each.value) });
  return { ...rest, ours: measured(ours), other: measured(other), ratio: threeDigits(ratio) };
}

const threeDigits = (value: number): number => Number(value.toPrecision(3));
