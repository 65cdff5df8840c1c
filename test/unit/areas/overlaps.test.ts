import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codesInside } from "../../../shared/domain/areas/codes-inside.ts";
import { overlapsOf } from "../../../shared/domain/areas/overlaps.ts";
import { placeInBoth, pointInside } from "../../../shared/domain/areas/polygon-overlap.ts";
import type { Area } from "../../../shared/schemas/area.ts";
import type { AreaPolygon } from "../../../shared/schemas/geojson.ts";
import { box } from "../../support/box.ts";
import { castsInside, shapes } from "./random-shapes.ts";

const area = (areaId: string, given: Partial<Area>): Area => ({
  areaId,
  name: areaId,
  version: 1,
  ...given,
  ...(given.polygon && { polygonCodes: [...codesInside(given.polygon)] }),
});
const overlaps = (...all: Area[]) => overlapsOf(new Map(all.map((each) => [each.areaId, each])));

const directions = Array.from({ length: 720 }, (_, i) => {
  const angle = (i * Math.PI) / 360;
  return [1e-5 * Math.cos(angle), 1e-5 * Math.sin(angle)] as const;
});
const grid = Array.from({ length: 65 * 60 }, (_, i) => [4 + (i % 65) * 0.2, 45 + Math.floor(i / 65) * 0.2] as const);

describe("areas that overlap", () => {
  it("share codes, or a prefix covers the other's codes or prefix", () => {
    expect(
      overlaps(
        area("a", { postalCodes: ["10243", "101*"] }),
        area("b", { postalCodes: ["10243", "1011*", "102*"] }),
        area("c", { postalCodes: ["20*"] }),
      ),
    ).toEqual([{ areas: ["a", "b"], postalCodes: ["1011*", "10243"] }]);
  });

  it("are polygons that cross, hold one another, or are the same; not neighbours", () => {
    const [left, right] = [box(10, 50, 11, 51), box(11, 50, 12, 51)];
    expect(placeInBoth(left, right)).toBeUndefined();
    expect(placeInBoth(left, left)).toEqual([10.5, 50.5]);
    expect(placeInBoth(left, box(10.4, 50.4, 10.6, 50.6))).toBeDefined();
    expect(placeInBoth(left, box(9, 50.4, 12, 50.6))).toEqual([11, 50.4]);
    expect(placeInBoth(left, box(20, 50, 21, 51))).toBeUndefined();
  });

  it("are not those whose hole holds the other", () => {
    const ring: AreaPolygon = {
      type: "Polygon",
      coordinates: [
        [
          [9, 49],
          [12, 49],
          [12, 52],
          [9, 52],
          [9, 49],
        ],
        [
          [10, 50],
          [10, 51],
          [11, 51],
          [11, 50],
          [10, 50],
        ],
      ],
    };
    expect(placeInBoth(ring, box(10.2, 50.2, 10.8, 50.8))).toBeUndefined();
    expect(placeInBoth(ring, box(10, 50, 11, 51))).toBeUndefined();
  });

  it("share the codes that lie in the polygon", () => {
    const island = area("island", { polygon: box(7, 53.69, 7.3, 53.73) });
    expect(overlaps(island, area("codes", { postalCodes: ["26548"] }))).toEqual([
      { areas: ["codes", "island"], postalCodes: ["26548"] },
    ]);
  });

  it("are not those for different companies", () => {
    const codes = { postalCodes: ["1*"] };
    const [software, bau] = [{ industries: ["IT"] }, { industries: ["Bau"] }];
    expect(overlaps(area("a", { ...codes, ...software }), area("b", { ...codes, ...bau }))).toEqual([]);
    expect(
      overlaps(area("a", { ...codes, ...software }), area("b", { ...codes, industries: ["Software"] })),
    ).toHaveLength(1);
    expect(
      overlaps(area("a", { ...codes, companySizes: ["1-10"] }), area("b", { ...codes, companySizes: ["11+"] })),
    ).toEqual([]);
    expect(
      overlaps(area("a", { ...codes, companySizes: ["1-10"] }), area("b", { ...codes, companySizes: ["10+"] })),
    ).toHaveLength(1);
  });

  it("have a place that lies in both, whenever a dense grid finds one that is clearly inside both", () => {
    fc.assert(
      fc.property(shapes, shapes, (a, b) => {
        const place = placeInBoth(a, b);
        const inBoth = (point: readonly [number, number]) => castsInside(a, point) && castsInside(b, point);
        if (place) {
          const around = directions.map(([dx, dy]) => [place[0] + dx, place[1] + dy] as const);
          expect(inBoth(place) || around.some(inBoth)).toBe(true);
        } else {
          expect(grid.filter(inBoth)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("have polygons whose inner point lies inside", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        for (const rings of shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates) {
          const point = pointInside(rings);
          expect(point && castsInside({ type: "Polygon", coordinates: rings }, point)).toBe(true);
        }
      }),
    );
  });
});
