import fc from "fast-check";
import type { AreaPolygon, Position } from "../../../shared/schemas/geojson.ts";

/** A ring around a middle: corners at rising angles never cross. Coordinates in Germany, kept to six decimals. */
export function starRing(middle: Position, radii: readonly number[]): [number, number][] {
  const corners = radii.map((radius, i): [number, number] => {
    const angle = (2 * Math.PI * i) / radii.length;
    return [rounded(middle[0] + radius * Math.cos(angle)), rounded(middle[1] + radius * Math.sin(angle))];
  });
  return [...corners, corners[0] ?? [0, 0]];
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

const middle = fc.tuple(
  fc.double({ min: 6.5, max: 14.5, noNaN: true }),
  fc.double({ min: 47.8, max: 54.5, noNaN: true }),
);
const radius = fc.double({ min: 0.3, max: 2, noNaN: true });

/** A star with, sometimes, a star-shaped hole well inside it. */
const rings = fc
  .tuple(middle, fc.array(radius, { minLength: 3, maxLength: 12 }), fc.boolean())
  .map(([at, radii, holed]): [number, number][][] => {
    const smallest = Math.min(...radii) * 0.3;
    return [starRing(at, radii), ...(holed ? [starRing(at, [smallest, smallest, smallest]).reverse()] : [])];
  });

export const shapes: fc.Arbitrary<AreaPolygon> = fc.oneof(
  rings.map((coordinates) => ({ type: "Polygon" as const, coordinates })),
  fc
    .array(rings, { minLength: 1, maxLength: 3 })
    .map((coordinates) => ({ type: "MultiPolygon" as const, coordinates })),
);

/** Slow and obvious: an odd number of borders to the east of the point, in any one polygon. */
export function castsInside(shape: AreaPolygon, [x, y]: Position): boolean {
  const polygons = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  return polygons.some((each) => {
    let inside = false;
    for (const ring of each) {
      for (let i = 1; i < ring.length; i++) {
        const [[x1, y1], [x2, y2]] = [ring[i - 1] ?? [0, 0], ring[i] ?? [0, 0]];
        if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
      }
    }
    return inside;
  });
}
