import { folded, kilometresBetween, type Place } from "./gazetteer.ts";

/** One line of the list of postal codes: a code may have several places, and a city several codes. */
export interface ListedPlace {
  readonly code: string;
  readonly name: string;
  /** What tells it from others of the name: `, Sachs`, `b Dresden`. */
  readonly addition: string;
  readonly state: string;
}

/** A postal code with its main place; it lies within `km` of the point, zero where the place has only this code. */
export interface LocatedCode {
  readonly code: string;
  readonly place: string;
  readonly state: string;
  readonly lat: number;
  readonly lon: number;
  readonly km: number;
}

/** Nobody's namesake is farther from the others of its region: then it is another place of the name. */
const regionKm = 70;
/** A code that is placed by its neighbours' places lies this far from them. */
const guessedKm = 15;
/** People per square kilometre of a German city, to tell how far it reaches. */
const density = 2500;

type Gazetteer = ReadonlyMap<string, readonly Place[]>;

/**
 * Where the codes lie. A name that its state has once is certain. Of namesakes the nearest to the certain ones of the
 * same region (first three digits) is meant; a code without any place that the gazetteer knows lies where its neighbours do.
 */
export function locateCodes(listed: readonly ListedPlace[], gazetteer: Gazetteer): readonly LocatedCode[] {
  const codesOf = Map.groupBy(listed, ({ name, state }) => `${name}|${state}`);
  const byCode = [...Map.groupBy(listed, ({ code }) => code)].sort(([a], [b]) => (a < b ? -1 : 1));
  const certain = byCode.flatMap(([code, places]) =>
    places.flatMap((place) => {
      const found = candidates(place, gazetteer);
      return found.length === 1 && found[0] ? [{ code, ...found[0] }] : [];
    }),
  );
  const regions = regionsOf(certain);
  const located = byCode.flatMap(([code, places]): readonly LocatedCode[] => {
    const region = regions(code);
    const known = places.flatMap((place) => {
      const near = nearest(candidates(place, gazetteer), region);
      return near ? [{ place, near }] : [];
    });
    const [main] = known.toSorted((a, b) => b.near.population - a.near.population);
    if (!main) return [];
    const several =
      new Set((codesOf.get(`${main.place.name}|${main.place.state}`) ?? []).map((each) => each.code)).size > 1;
    const km = several ? Math.max(1, Math.round(Math.sqrt(main.near.population / density / Math.PI))) : 0;
    return [{ code, place: main.place.name, state: main.place.state, lat: main.near.lat, lon: main.near.lon, km }];
  });
  const neighbours = regionsOf(located);
  const done = new Set(located.map(({ code }) => code));
  const guessed = byCode.flatMap(([code, [first]]): readonly LocatedCode[] => {
    const near = neighbours(code);
    if (done.has(code) || !near || !first) return [];
    return [{ code, place: first.name, state: first.state, ...near, km: guessedKm }];
  });
  return [...located, ...guessed].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

function candidates({ name, addition, state }: ListedPlace, gazetteer: Gazetteer): readonly Place[] {
  const full = gazetteer.get(folded(`${name} ${addition}`)) ?? [];
  const plain = gazetteer.get(folded(name)) ?? [];
  const inState = (places: readonly Place[]) => places.filter((place) => place.state === state);
  return inState(full).length > 0 ? inState(full) : inState(plain);
}

interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** The middle of the places around a code: those that share its first four digits, else three, else two. */
function regionsOf(places: readonly (Point & { readonly code: string })[]): (code: string) => Point | undefined {
  const byPrefix = new Map<string, Point>();
  for (const length of [2, 3, 4]) {
    for (const [prefix, members] of Map.groupBy(places, ({ code }) => code.slice(0, length))) {
      byPrefix.set(prefix, { lat: median(members.map(({ lat }) => lat)), lon: median(members.map(({ lon }) => lon)) });
    }
  }
  return (code) => byPrefix.get(code.slice(0, 4)) ?? byPrefix.get(code.slice(0, 3)) ?? byPrefix.get(code.slice(0, 2));
}

function nearest(found: readonly Place[], region: Point | undefined): Place | undefined {
  if (!region) return found[0];
  const near = found.filter((place) => kilometresBetween(place, region) < regionKm);
  return near.toSorted((a, b) => kilometresBetween(a, region) - kilometresBetween(b, region))[0];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
