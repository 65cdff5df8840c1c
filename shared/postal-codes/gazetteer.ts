/** A place as GeoNames lists it. */
export interface Place {
  /** Its name and other spellings, folded. */
  readonly names: readonly string[];
  readonly state: string;
  readonly lat: number;
  readonly lon: number;
  readonly population: number;
}

const stateCodes: Readonly<Record<string, string>> = {
  "01": "Baden-Württemberg",
  "02": "Bayern",
  "03": "Bremen",
  "04": "Hamburg",
  "05": "Hessen",
  "06": "Niedersachsen",
  "07": "Nordrhein-Westfalen",
  "08": "Rheinland-Pfalz",
  "09": "Saarland",
  "10": "Schleswig-Holstein",
  "11": "Brandenburg",
  "12": "Mecklenburg-Vorpommern",
  "13": "Sachsen",
  "14": "Sachsen-Anhalt",
  "15": "Thüringen",
  "16": "Berlin",
};

/** GeoNames' table of places, tab-separated: the German ones by folded name. */
export function placesByName(table: string): ReadonlyMap<string, readonly Place[]> {
  const places = table.split("\n").flatMap((line): readonly Place[] => {
    const row = line.split("\t");
    const state = stateCodes[row[10] ?? ""];
    if (row[8] !== "DE" || state === undefined) return [];
    const names = [row[1] ?? "", ...(row[3] ?? "").split(",")].map(folded).filter((name) => name !== "");
    const place = { lat: Number(row[4]), lon: Number(row[5]), population: Number(row[14]) };
    return [{ names: [...new Set(names)], state, ...place }];
  });
  const byName = places.flatMap((place) => place.names.map((name) => ({ name, place })));
  const groups = Map.groupBy(byName, ({ name }) => name);
  return new Map([...groups].map(([name, found]) => [name, found.map(({ place }) => place)]));
}

/** A name as it is compared: without case, brackets, abbreviations and signs. */
export function folded(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/\(.*?\)/g, " ")
    .replace(/\bst\.? /g, "sankt ")
    .replace(/[^a-zäöü]+/g, " ")
    .trim();
}

/** Kilometres between two places, near enough at German latitudes. */
export function kilometresBetween(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const east = (a.lon - b.lon) * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return 111.2 * Math.hypot(a.lat - b.lat, east);
}
