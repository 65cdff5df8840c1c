import type { Area } from "../../schemas/area.ts";
import type { AreaPolygon } from "../../schemas/geojson.ts";
import type { NormalisedFacts } from "../../schemas/lead/lead.ts";
import { type CodeIndex, codeIndex, comparableCode, idsAt } from "../areas/code-index.ts";
import { holdsPoint } from "../areas/polygon.ts";
import { suits } from "../areas/suits.ts";

interface AreaIndex {
  /** By the codes that admins list. */
  readonly listed: CodeIndex;
  /** By the German codes in polygons. */
  readonly inside: CodeIndex;
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly polygons: readonly (readonly [areaId: string, AreaPolygon])[];
  /** Areas of industries or company sizes alone. */
  readonly anywhere: readonly string[];
}

const indexes = new WeakMap<ReadonlyMap<string, Area>, AreaIndex>();

/** What tells where a lead lies. */
export type AreaFacts = Pick<NormalisedFacts, "postalCode" | "area" | "geo" | "country" | "company">;

/**
 * The ids of the areas a lead lies in (C7), sorted: those that list its postal code or a prefix of it, those whose
 * polygon holds its position (without one: its German postal code), and the one its `area` names by id or name. Codes are
 * compared as text (`01067` is not `1067`), without spaces and upper-case. An area of industries or company sizes holds
 * only leads of such companies.
 */
export function areasOf(facts: AreaFacts, areas: ReadonlyMap<string, Area>): readonly string[] {
  const index = indexOf(areas);
  const { geo, country = "DE" } = facts;
  const code = comparableCode(facts.postalCode ?? "");
  const found = new Set([
    ...idsAt(index.listed, code),
    ...(geo ? atPoint(index, geo) : isGerman(code, country) ? idsAt(index.inside, code) : []),
    ...(index.byName.get(facts.area?.trim().toLowerCase() ?? "") ?? []),
    ...index.anywhere,
  ]);
  return [...found].filter((areaId) => suits(facts.company, areas.get(areaId))).sort();
}

/** Codes of outlines are German ones; a code of four digits is not, whatever begins so. */
function isGerman(code: string, country: string): boolean {
  return country === "DE" && /^\d{5}$/.test(code);
}

function atPoint({ polygons }: AreaIndex, { lon, lat }: NonNullable<AreaFacts["geo"]>): readonly string[] {
  return polygons.filter(([, shape]) => holdsPoint(shape, [lon, lat])).map(([areaId]) => areaId);
}

function indexOf(areas: ReadonlyMap<string, Area>): AreaIndex {
  const known = indexes.get(areas);
  if (known) return known;
  const all = [...areas.values()];
  const names = all.flatMap(({ areaId, name }) => [
    { areaId, name: areaId },
    { areaId, name: name.toLowerCase() },
  ]);
  const byName = Map.groupBy(names, ({ name }) => name);
  const index: AreaIndex = {
    listed: codeIndex(all.flatMap(({ areaId, postalCodes = [] }) => postalCodes.map((entry) => [entry, areaId]))),
    inside: codeIndex(all.flatMap(({ areaId, polygonCodes = [] }) => polygonCodes.map((entry) => [entry, areaId]))),
    byName: new Map([...byName].map(([name, group]) => [name, group.map(({ areaId }) => areaId)])),
    polygons: all.flatMap(({ areaId, polygon }) => (polygon ? [[areaId, polygon] as const] : [])),
    anywhere: all.filter(isAnywhere).map(({ areaId }) => areaId),
  };
  indexes.set(areas, index);
  return index;
}

function isAnywhere({ postalCodes, polygon, industries, companySizes }: Area): boolean {
  const somewhere = (postalCodes?.length ?? 0) > 0 || polygon !== undefined;
  return !somewhere && (industries !== undefined || companySizes !== undefined);
}
