import { describe, expect, it } from "vitest";
import { codesInside } from "../../../shared/domain/areas/codes-inside.ts";
import { germanPostalCodes } from "../../../shared/domain/areas/postal-codes.ts";
import { box } from "../../support/box.ts";

describe("the postal codes in a polygon", () => {
  it("are all of Germany as ten prefixes, and none far away", () => {
    expect(codesInside(box(4, 46, 17, 56))).toEqual(["0*", "1*", "2*", "3*", "4*", "5*", "6*", "7*", "8*", "9*"]);
    expect(codesInside(box(40, 10, 41, 11))).toEqual([]);
  });

  it("hold a city's codes only if most of the city is in it", () => {
    const wholeBerlin = codesInside(box(13.08, 52.33, 13.77, 52.68));
    expect(wholeBerlin).toContain("10*");
    expect(codesInside(box(13.36, 52.5, 13.43, 52.54))).toEqual([]);
  });

  it("stand for exactly the codes inside", () => {
    const inside = codesInside(box(7, 53.6, 8, 53.8));
    expect(inside).toContain("26548");
    const covered = [...germanPostalCodes().keys()].filter((code) =>
      inside.some((entry) => (entry.endsWith("*") ? code.startsWith(entry.slice(0, -1)) : entry === code)),
    );
    const within = [...germanPostalCodes().values()].filter(
      ({ lat, lon, km }) => km === 0 && lon >= 7 && lon <= 8 && lat >= 53.6 && lat <= 53.8,
    );
    expect(covered).toEqual(expect.arrayContaining(within.map(({ code }) => code)));
    for (const code of covered) expect(germanPostalCodes().get(code)?.lat).toBeGreaterThan(53.59);
  });
});
