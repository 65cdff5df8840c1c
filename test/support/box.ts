import type { AreaPolygon } from "../../shared/schemas/geojson.ts";

/** The outline of everything between these degrees of longitude and latitude. */
export const box = (west: number, south: number, east: number, north: number): AreaPolygon => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
