import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codesInside } from "../../../shared/domain/areas/codes-inside.ts";
import { germanPostalCodes, type PostalCode } from "../../../shared/domain/areas/postal-codes.ts";
import { areasOf } from "../../../shared/domain/routing/areas.ts";
import type { Area } from "../../../shared/schemas/area.ts";
import type { AreaPolygon } from "../../../shared/schemas/geojson.ts";
import { castsInside, shapes } from "./random-shapes.ts";

const codes = [...germanPostalCodes().values()];
const someCode = fc.integer({ min: 0, max: codes.length - 1 }).map((i) => codes[i]?.code ?? "");
const entry = fc
  .tuple(someCode, fc.integer({ min: 1, max: 6 }))
  .map(([code, n]) => (n > 5 ? code : `${code.slice(0, n)}*`));

const areaMap = fc
  .array(fc.record({ entries: fc.array(entry, { maxLength: 5 }), polygon: fc.option(shapes, { nil: undefined }) }), {
    minLength: 1,
    maxLength: 5,
  })
  .map(
    (drafts) =>
      new Map(
        drafts.map(({ entries, polygon }, i): [string, Area] => [
          `area-${i}`,
          {
            areaId: `area-${i}`,
            name: `Gebiet ${i}`,
            version: 1,
            postalCodes: entries,
            ...(polygon && { polygon, polygonCodes: [...codesInside(polygon)] }),
          },
        ]),
      ),
  );

const lists = (area: Area, code: string) =>
  (area.postalCodes ?? []).some((each) => (each.endsWith("*") ? code.startsWith(each.slice(0, -1)) : each === code));

/** A city's code counts where the shape holds its middle and eight points half its reach away. */
function holds(shape: AreaPolygon, { lat, lon, km }: PostalCode): boolean {
  const north = km / 2 / 111.2;
  const east = north / Math.cos((lat * Math.PI) / 180);
  const around = [0, 1, 2, 3, 4, 5, 6, 7].map(
    (i) => [lon + east * Math.sin((i * Math.PI) / 4), lat + north * Math.cos((i * Math.PI) / 4)] as const,
  );
  return castsInside(shape, [lon, lat]) && (km === 0 || around.every((point) => castsInside(shape, point)));
}

describe("areas of a lead, against all areas × ray casting", () => {
  it("agree for every lead with a postal code", () => {
    fc.assert(
      fc.property(areaMap, fc.array(someCode, { minLength: 20, maxLength: 20 }), (areas, asked) => {
        for (const code of asked) {
          const known = germanPostalCodes().get(code);
          const expected = [...areas.values()]
            .filter((area) => lists(area, code) || (area.polygon && known && holds(area.polygon, known)))
            .map(({ areaId }) => areaId);
          expect(areasOf({ postalCode: code }, areas)).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("agree for every lead with a position", () => {
    const point = fc.record({
      lat: fc.double({ min: 46, max: 56, noNaN: true }),
      lon: fc.double({ min: 5, max: 16, noNaN: true }),
    });
    fc.assert(
      fc.property(areaMap, fc.array(point, { minLength: 30, maxLength: 30 }), someCode, (areas, points, code) => {
        for (const geo of points) {
          const expected = [...areas.values()]
            .filter((area) => lists(area, code) || (area.polygon && castsInside(area.polygon, [geo.lon, geo.lat])))
            .map(({ areaId }) => areaId);
          expect(areasOf({ postalCode: code, geo }, areas)).toEqual(expected);
        }
      }),
      { numRuns: 100 },
    );
  });
});
