import type { Area } from "../../schemas/area.ts";
import type { Position } from "../../schemas/geojson.ts";
import { standardIndustry } from "../intake/facts/industry.ts";
import { sizeRange } from "../routing/company-size.ts";
import { comparableCode } from "./code-index.ts";
import { placeInBoth } from "./polygon-overlap.ts";

/** Two areas that a lead can lie in at once, and why. */
export interface AreaOverlap {
  /** Two ids in order. */
  readonly areas: readonly [string, string];
  /** Codes and prefixes in both: of a prefix and a code that begins so, the code. Sorted. */
  readonly postalCodes: readonly string[];
  /** A place inside both polygons. */
  readonly place?: Position;
}

/**
 * Every pair of areas that overlap (C7): by listed postal codes, a prefix that covers the other's codes, German codes inside
 * a polygon, or polygons that have a place in common. Areas for different companies do not.
 */
export function overlapsOf(areas: ReadonlyMap<string, Area>): readonly AreaOverlap[] {
  const shared = sharedCodes([...areas.values()]);
  const all = [...areas.values()].toSorted((a, b) => (a.areaId < b.areaId ? -1 : 1));
  return all.flatMap((a, i) =>
    all.slice(i + 1).flatMap((b): readonly AreaOverlap[] => {
      if (!forTheSame(a, b)) return [];
      const postalCodes = [...(shared.get(`${a.areaId} ${b.areaId}`) ?? [])].sort();
      const place = a.polygon && b.polygon && placeInBoth(a.polygon, b.polygon);
      if (postalCodes.length === 0 && !place) return [];
      return [{ areas: [a.areaId, b.areaId], postalCodes, ...(place && { place }) }];
    }),
  );
}

interface Entry {
  readonly areaId: string;
  /** Without the star. */
  readonly begins: string;
  readonly entry: string;
}

/** The codes and prefixes that two areas have in common, by their ids in order. */
function sharedCodes(areas: readonly Area[]): ReadonlyMap<string, ReadonlySet<string>> {
  const entries = areas.flatMap(({ areaId, postalCodes = [], polygonCodes = [] }) =>
    [...new Set([...postalCodes, ...polygonCodes].map(comparableCode))].map(
      (entry): Entry => ({ areaId, entry, begins: entry.replace("*", "") }),
    ),
  );
  const covering = Map.groupBy(entries, ({ entry }) => entry);
  const shared = new Map<string, Set<string>>();
  for (const { areaId, entry, begins } of entries) {
    for (const other of coversOf(entry, begins, covering)) {
      if (other.areaId === areaId) continue;
      const pair = [areaId, other.areaId].toSorted().join(" ");
      shared.set(pair, (shared.get(pair) ?? new Set()).add(entry));
    }
  }
  return shared;
}

/** Entries that hold all that this one holds: the same one, and the prefixes of it. */
function coversOf(entry: string, begins: string, covering: ReadonlyMap<string, readonly Entry[]>): readonly Entry[] {
  const prefixes = Array.from({ length: begins.length }, (_, i) => `${begins.slice(0, i + 1)}*`);
  return [...new Set([entry, ...prefixes])].flatMap((each) => covering.get(each) ?? []);
}

/** Whether a company can be meant by both; an area that names none is for all. */
function forTheSame(a: Area, b: Area): boolean {
  const industries = new Set(a.industries?.map(standardIndustry));
  const sizes = a.companySizes?.map(sizeRange);
  const sameIndustry =
    !a.industries || !b.industries || b.industries.some((each) => industries.has(standardIndustry(each)));
  const sameSize =
    !sizes ||
    !b.companySizes ||
    b.companySizes.map(sizeRange).some((x) => sizes.some((y) => x && y && x.min <= y.max && y.min <= x.max));
  return sameIndustry && sameSize;
}
