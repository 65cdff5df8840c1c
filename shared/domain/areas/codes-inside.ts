import type { AreaPolygon, Position } from "../../schemas/geojson.ts";
import { holdsPoint } from "./polygon.ts";
import { countBeginning, germanPostalCodes, kmPerDegree, type PostalCode } from "./postal-codes.ts";

const compass = [0, 45, 90, 135, 180, 225, 270, 315].map((degrees) => (degrees * Math.PI) / 180);

/**
 * The German postal codes in the shape, so that a lead that gives only its code is found too (C7): in order, with a prefix
 * (`101*`) where all that begin so are in it. Of a code of a city with several, only the city's middle is known: it counts
 * if the shape holds most of the city, so that no part of a city is taken for another.
 */
export function codesInside(shape: AreaPolygon): readonly string[] {
  const inside = [...germanPostalCodes().values()].filter((code) => holdsCode(shape, code)).map(({ code }) => code);
  return shortened(inside, "");
}

/** Whether the code's place, or most of its city, lies in the shape. */
export function holdsCode(shape: AreaPolygon, { lat, lon, km }: PostalCode): boolean {
  if (!holdsPoint(shape, [lon, lat])) return false;
  if (km === 0) return true;
  const north = km / 2 / kmPerDegree;
  const east = north / Math.cos((lat * Math.PI) / 180);
  return compass
    .map((angle): Position => [lon + east * Math.sin(angle), lat + north * Math.cos(angle)])
    .every((point) => holdsPoint(shape, point));
}

/** The codes, all beginning with `prefix`, with a prefix for several where no other code begins so. */
function shortened(codes: readonly string[], prefix: string): readonly string[] {
  if (codes.length === 0) return [];
  if (codes.length === 1) return codes;
  if (prefix !== "" && codes.length === countBeginning(prefix)) return [`${prefix}*`];
  const byNext = Map.groupBy(codes, (code) => code.slice(0, prefix.length + 1));
  return [...byNext].flatMap(([longer, group]) => shortened(group, longer));
}
