import type { SourceResult } from "../../schemas/figures.ts";
import { part } from "./rates.ts";

/** What a source's leads usually convert, 0–1, by source. */
export type Benchmarks = ReadonlyMap<string, number>;

/**
 * The yardstick for each source (C4: portals and referrals are not judged alike): what the admin says is usual, else what
 * all agents together made of its leads.
 */
export function benchmarksOf(
  results: ReadonlyMap<string, SourceResult>,
  sources: ReadonlyMap<string, { readonly benchmarkConversion?: number | undefined }>,
): Benchmarks {
  return new Map(
    [...results].map(([sourceId, result]) => [
      sourceId,
      sources.get(sourceId)?.benchmarkConversion ?? part(result.converted, result.assigned) ?? 0,
    ]),
  );
}

/** The conversion that this mix of sources would usually have; undefined without a lead. */
export function expectedOf(results: ReadonlyMap<string, SourceResult>, benchmarks: Benchmarks): number | undefined {
  let assigned = 0;
  let expected = 0;
  for (const [sourceId, result] of results) {
    assigned += result.assigned;
    expected += result.assigned * (benchmarks.get(sourceId) ?? 0);
  }
  return part(expected, assigned);
}
