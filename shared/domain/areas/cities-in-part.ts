import type { AreaPolygon, Position } from "../../schemas/geojson.ts";
import { holdsCode } from "./codes-inside.ts";
import { type Box, boxOf, holdsPoint, polygonsOf } from "./polygon.ts";
import { germanPostalCodes, kmPerDegree, type PostalCode } from "./postal-codes.ts";

/** A city with several postal codes, of which only the middle of the city is known. */
export interface City {
  readonly place: string;
  /** All its codes, in order. */
  readonly codes: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly km: number;
}

const found = new WeakMap<AreaPolygon, readonly City[]>();

/**
 * The cities with several postal codes that lie partly in the shape: none of their codes counts as inside, since nobody knows
 * which of them would be. A shape without any other code in it is certainly meant for a city that reaches into it; of other
 * shapes, those near a city's middle are.
 */
export function citiesInPart(shape: AreaPolygon, hasOtherCodes: boolean): readonly City[] {
  const reaching = found.get(shape) ?? citiesReaching(shape);
  found.set(shape, reaching);
  return hasOtherCodes ? reaching.filter((city) => kmTo(shape, city) <= city.km / 2) : reaching;
}

function citiesReaching(shape: AreaPolygon): readonly City[] {
  return cities().filter((city) => mayReach(boxOf(shape), city) && kmTo(shape, city) <= city.km && !holds(shape, city));
}

function holds(shape: AreaPolygon, { codes: [code = ""] }: City): boolean {
  const first = germanPostalCodes().get(code);
  return first !== undefined && holdsCode(shape, first);
}

/** Not single places whose position is not known: they are too small to lie in part. */
let known: readonly City[] | undefined;

function cities(): readonly City[] {
  known ??= [...Map.groupBy(germanPostalCodes().values(), keyOf).values()].flatMap((codes) => {
    const [first] = codes;
    return first === undefined || first.km === 0 || codes.length === 1
      ? []
      : [{ ...first, codes: codes.map(({ code }) => code) }];
  });
  return known;
}

const keyOf = ({ place, lat, lon, km }: PostalCode) => `${place} ${lat} ${lon} ${km}`;

/** Cheap: whether the city's surroundings touch the box at all. */
function mayReach([west, south, east, north]: Box, { lat, lon, km }: City): boolean {
  const [up, aside] = [km / kmPerDegree, km / kmPerDegree / Math.cos((lat * Math.PI) / 180)];
  return lon + aside >= west && lon - aside <= east && lat + up >= south && lat - up <= north;
}

/** Kilometres from the city's middle to the nearest point of the shape; none if it lies inside. */
function kmTo(shape: AreaPolygon, { lat, lon }: City): number {
  if (holdsPoint(shape, [lon, lat])) return 0;
  const flat = ([x, y]: Position): Position => [
    (x - lon) * kmPerDegree * Math.cos((lat * Math.PI) / 180),
    (y - lat) * kmPerDegree,
  ];
  const sides = polygonsOf(shape)
    .flat()
    .flatMap((ring) => ring.slice(1).map((to, i) => [flat(ring[i] ?? to), flat(to)] as const));
  return sides.reduce((least, [from, to]) => Math.min(least, fromOrigin(from, to)), Number.POSITIVE_INFINITY);
}

/** The distance of the origin to the line from one point to another. */
function fromOrigin([x, y]: Position, [toX, toY]: Position): number {
  const [dx, dy] = [toX - x, toY - y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(x * dx + y * dy) / length));
  return Math.hypot(x + along * dx, y + along * dy);
}
