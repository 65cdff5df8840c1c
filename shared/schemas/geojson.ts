import * as z from "zod";

/** Enough for any border that people draw; a finer one should be simplified. */
const mostPositions = 2000;

const position = z.tuple(
  [
    z.number().min(-180, "a longitude lies between -180 and 180").max(180, "a longitude lies between -180 and 180"),
    z
      .number()
      .min(-90, "a latitude lies between -90 and 90; the longitude comes first")
      .max(90, "a latitude lies between -90 and 90; the longitude comes first"),
  ],
  "use [longitude, latitude]",
);
export type Position = Readonly<z.infer<typeof position>>;

const ring = z
  .array(position)
  .min(4, "a ring has at least four positions, the last equal to the first")
  .refine(
    (positions) => samePlace(positions[0], positions.at(-1)),
    "a ring ends where it begins: repeat its first position",
  )
  .refine(
    (positions) => new Set(positions.map(String)).size >= 3,
    "a ring encloses something: use three different positions",
  );

/** The outline first, then holes. */
const rings = z.array(ring).min(1, "a polygon has an outline").max(100);

const polygon = z.strictObject({ type: z.literal("Polygon"), coordinates: rings });
const multiPolygon = z.strictObject({ type: z.literal("MultiPolygon"), coordinates: z.array(rings).min(1).max(100) });

/** A GeoJSON `Polygon` or `MultiPolygon` (RFC 7946): positions are [longitude, latitude], holes are further rings. */
export const areaPolygon = z
  .discriminatedUnion("type", [polygon, multiPolygon], {
    error: 'use a GeoJSON geometry of type "Polygon" or "MultiPolygon"; of a Feature send its geometry',
  })
  .refine((shape) => positionsIn(shape) <= mostPositions, {
    error: ({ input }) =>
      `has ${positionsIn(input as AreaPolygon)} positions; simplify the border to at most ${mostPositions}`,
  });
export type AreaPolygon = z.infer<typeof polygon> | z.infer<typeof multiPolygon>;

function positionsIn(shape: AreaPolygon): number {
  const polygons = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  return polygons.flat().reduce((sum, each) => sum + each.length, 0);
}

function samePlace(a: Position | undefined, b: Position | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}
