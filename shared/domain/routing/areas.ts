import type { Area } from "../../schemas/area.ts";
import type { NormalisedFacts } from "../../schemas/lead.ts";

interface AreaIndex {
  readonly byCode: ReadonlyMap<string, readonly string[]>;
  readonly byPrefix: ReadonlyMap<string, readonly string[]>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

const indexes = new WeakMap<ReadonlyMap<string, Area>, AreaIndex>();

/**
 * The ids of the areas a lead lies in (C7), sorted: those that list its postal code or a prefix of it, and the one its
 * `area` names by id or name. Codes are compared as text (`01067` is not `1067`), without spaces and upper-case.
 */
export function areasOf(
  facts: Pick<NormalisedFacts, "postalCode" | "area">,
  areas: ReadonlyMap<string, Area>,
): readonly string[] {
  const index = indexOf(areas);
  const code = compact(facts.postalCode ?? "");
  const prefixes = Array.from({ length: code.length }, (_, i) => code.slice(0, i + 1));
  const found = [
    ...(code === "" ? [] : (index.byCode.get(code) ?? [])),
    ...prefixes.flatMap((prefix) => index.byPrefix.get(prefix) ?? []),
    ...(index.byName.get(facts.area?.trim().toLowerCase() ?? "") ?? []),
  ];
  return [...new Set(found)].sort();
}

function indexOf(areas: ReadonlyMap<string, Area>): AreaIndex {
  const known = indexes.get(areas);
  if (known) return known;
  const listed = [...areas.values()].flatMap(({ areaId, postalCodes = [] }) =>
    postalCodes.map((entry) => ({ areaId, entry: compact(entry) })),
  );
  const index: AreaIndex = {
    byCode: idsBy(listed.filter(({ entry }) => !entry.endsWith("*")).map(({ areaId, entry }) => [entry, areaId])),
    byPrefix: idsBy(
      listed.filter(({ entry }) => entry.endsWith("*")).map(({ areaId, entry }) => [entry.slice(0, -1), areaId]),
    ),
    byName: idsBy(
      [...areas.values()].flatMap(({ areaId, name }) => [
        [areaId, areaId] as const,
        [name.toLowerCase(), areaId] as const,
      ]),
    ),
  };
  indexes.set(areas, index);
  return index;
}

function idsBy(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(pairs, ([key]) => key);
  return new Map([...groups].map(([key, members]) => [key, members.map(([, id]) => id)]));
}

function compact(code: string): string {
  return code.replaceAll(" ", "").toUpperCase();
}
