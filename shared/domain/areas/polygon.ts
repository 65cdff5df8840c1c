import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import type { AreaPolygon, Position } from "../../schemas/geojson.ts";

/** West, south, east, north. */
export type Box = readonly [number, number, number, number];

/** Each polygon with its rings, the outline first. */
export function polygonsOf(shape: AreaPolygon): readonly (readonly (readonly Position[])[])[] {
  return shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
}

const boxes = new WeakMap<AreaPolygon, Box>();

/** The box around the shape; found once. */
export function boxOf(shape: AreaPolygon): Box {
  const known = boxes.get(shape) ?? boxAround(polygonsOf(shape).flatMap(([outline = []]) => outline));
  boxes.set(shape, known);
  return known;
}

function boxAround(positions: readonly Position[]): Box {
  return positions.reduce<Box>(
    ([west, south, east, north], [lon, lat]) => [
      Math.min(west, lon),
      Math.min(south, lat),
      Math.max(east, lon),
      Math.max(north, lat),
    ],
    [180, 90, -180, -90],
  );
}

/** Whether the point lies in the shape, and in none of its holes; its border belongs to it. */
export function holdsPoint(shape: AreaPolygon, [lon, lat]: Position): boolean {
  const [west, south, east, north] = boxOf(shape);
  if (lon < west || lon > east || lat < south || lat > north) return false;
  return booleanPointInPolygon([lon, lat], shape);
}
