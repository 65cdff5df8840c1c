import { kinks } from "@turf/kinks";
import type { AreaPolygon, Position } from "../../schemas/geojson.ts";
import type { FieldProblem } from "../intake/facts/normalise-facts.ts";
import { polygonsOf } from "./polygon.ts";

/** Most crossings that one ring is told of. */
const shown = 3;

/** Where a shape's rings cross themselves or each other, which leaves open what is inside; pointers into the area. */
export function polygonProblems(shape: AreaPolygon): readonly FieldProblem[] {
  return polygonsOf(shape).flatMap((rings, i) => {
    const pointer = shape.type === "Polygon" ? "/polygon/coordinates" : `/polygon/coordinates/${i}`;
    const inRings = rings.flatMap((ring, j) =>
      crossings([ring]).map((at) => ({ pointer: `${pointer}/${j}`, detail: `crosses itself at ${placeText(at)}` })),
    );
    if (inRings.length > 0) return inRings;
    return crossings(rings).map((at) => ({ pointer, detail: `its rings cross each other at ${placeText(at)}` }));
  });
}

function crossings(rings: readonly (readonly Position[])[]): readonly Position[] {
  const coordinates = rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]));
  const found = kinks({ type: "Polygon", coordinates }).features.map(({ geometry }) => geometry.coordinates);
  const places = new Map(found.map(([lon = 0, lat = 0]) => [`${lon} ${lat}`, [lon, lat] as const]));
  return [...places.values()].slice(0, shown);
}

function placeText([lon, lat]: Position): string {
  return `longitude ${round(lon)}, latitude ${round(lat)}: move a position so that it does not`;
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
