import { describe, expect, it } from "vitest";
import { polygonProblems } from "../../../shared/domain/areas/polygon-problems.ts";
import { areaInput } from "../../../shared/schemas/area.ts";
import type { AreaPolygon } from "../../../shared/schemas/geojson.ts";

const square = (at: number, size: number): [number, number][] => [
  [at, at],
  [at + size, at],
  [at + size, at + size],
  [at, at + size],
  [at, at],
];
const bowTie: [number, number][] = [
  [10, 50],
  [11, 51],
  [11, 50],
  [10, 51],
  [10, 50],
];

function refusals(polygon: unknown): readonly string[] {
  const parsed = areaInput.safeParse({ name: "a", polygon });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join("/")}: ${message}`);
}

describe("a polygon", () => {
  it("may have holes, several parts, and a corner that touches", () => {
    const fine: AreaPolygon[] = [
      { type: "Polygon", coordinates: [square(10, 5), square(11, 1)] },
      { type: "MultiPolygon", coordinates: [[square(10, 1)], [square(12, 1)]] },
      { type: "Polygon", coordinates: [square(10, 5), square(10, 1).reverse()] },
    ];
    expect(fine.slice(0, 2).flatMap(polygonProblems)).toEqual([]);
    expect(fine.flatMap(refusals)).toEqual([]);
  });

  it("is refused where it crosses itself, with the exact place", () => {
    expect(polygonProblems({ type: "Polygon", coordinates: [bowTie] })).toEqual([
      {
        pointer: "/polygon/coordinates/0",
        detail: "crosses itself at longitude 10.5, latitude 50.5: move a position so that it does not",
      },
    ]);
    expect(polygonProblems({ type: "MultiPolygon", coordinates: [[square(1, 1)], [bowTie]] })).toMatchObject([
      { pointer: "/polygon/coordinates/1/0" },
    ]);
  });

  it("is refused where a hole crosses its outline", () => {
    const problems = polygonProblems({ type: "Polygon", coordinates: [square(10, 2), square(11, 2)] });
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatchObject({ pointer: "/polygon/coordinates" });
    expect(problems.map(({ detail }) => detail).join()).toMatch(
      /rings cross each other at longitude 1[12], latitude 1[12]/,
    );
  });

  it.each([
    [{ type: "Point", coordinates: [1, 2] }, /^polygon\/type: use a GeoJSON geometry/],
    [{ type: "Feature", geometry: {} }, /of a Feature send its geometry/],
    [{ type: "Polygon", coordinates: [] }, /polygon\/coordinates: a polygon has an outline/],
    [{ type: "Polygon", coordinates: [square(10, 1).slice(0, 4)] }, /coordinates\/0: a ring ends where it begins/],
    [
      {
        type: "Polygon",
        coordinates: [
          [
            [1, 1],
            [2, 2],
            [1, 1],
          ],
        ],
      },
      /coordinates\/0: a ring has at least four positions/,
    ],
    [
      {
        type: "Polygon",
        coordinates: [
          [
            [1, 1],
            [2, 2],
            [2, 2],
            [1, 1],
          ],
        ],
      },
      /three different positions/,
    ],
    [
      {
        type: "Polygon",
        coordinates: [
          [
            [10, 95],
            [11, 50],
            [10, 50],
            [10, 95],
          ],
        ],
      },
      /0\/0\/1: a latitude lies between/,
    ],
    [
      {
        type: "Polygon",
        coordinates: [
          [
            [200, 50],
            [11, 50],
            [10, 50],
            [200, 50],
          ],
        ],
      },
      /0\/0\/0: a longitude lies between/,
    ],
    [{ type: "Polygon", coordinates: [[[10], [11, 50], [10, 50], [10]]] }, /use \[longitude, latitude\]/],
    [{ type: "Polygon", coordinates: [square(10, 1)], bbox: [1, 2, 3, 4] }, /bbox/],
  ])("%j is refused by name and fix", (polygon, expected) => {
    expect(refusals(polygon).join("; ")).toMatch(expected);
  });

  it("has a bounded number of positions", () => {
    const many = Array.from({ length: 2100 }, (_, i): [number, number] => [
      10 + Math.cos((i * 2 * Math.PI) / 2100),
      50 + Math.sin((i * 2 * Math.PI) / 2100),
    ]);
    expect(refusals({ type: "Polygon", coordinates: [[...many, many[0]]] })).toEqual([
      "polygon: has 2101 positions; simplify the border to at most 2000",
    ]);
  });
});
