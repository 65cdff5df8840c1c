import type { SourceResult } from "../../schemas/figures.ts";

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
      sources.get(sourceId)?.benchmarkConversion ?? conversionOf(result) ?? 0,
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
  return conversionOf({ converted: expected, assigned });
}

/** Part of the assigned leads that converted, to four places; undefined without a lead. */
export function conversionOf({
  converted,
  assigned,
}: Pick<SourceResult, "assigned" | "converted">): number | undefined {
  return assigned === 0 ? undefined : Math.round((converted / assigned) * 10_000) / 10_000;
}
