import { describe, expect, it } from "vitest";
import { areasOf } from "../../../shared/domain/routing/areas.ts";
import type { Area } from "../../../shared/schemas/area.ts";

const area = (areaId: string, name: string, postalCodes?: string[]): [string, Area] => [
  areaId,
  { areaId, name, version: 1, ...(postalCodes && { postalCodes }) },
];
const areas = new Map([
  area("mitte", "Berlin Mitte", ["101*", "10243"]),
  area("ost", "Osten", ["10243", "0*"]),
  area("soho", "Soho", ["W1D 3*"]),
  area("named", "Grünes Tal"),
]);

describe("the areas a lead lies in", () => {
  it.each([
    ["10115", ["mitte"]],
    ["10243", ["mitte", "ost"]],
    ["10244", []],
    ["01067", ["ost"]],
    ["1067", []],
    ["101", ["mitte"]],
    ["w1d3af", ["soho"]],
    ["", []],
  ])("by postal code %s are %j", (postalCode, expected) => {
    expect(areasOf({ postalCode }, areas)).toEqual(expected);
  });

  it("are also the one it names, by id or name", () => {
    expect(areasOf({ area: "named" }, areas)).toEqual(["named"]);
    expect(areasOf({ area: " grünes tal " }, areas)).toEqual(["named"]);
    expect(areasOf({ area: "named", postalCode: "10115" }, areas)).toEqual(["mitte", "named"]);
    expect(areasOf({}, areas)).toEqual([]);
  });
});

describe("areas of companies", () => {
  const of = (areaId: string, given: Partial<Area>): [string, Area] => [
    areaId,
    { areaId, name: areaId, version: 1, ...given },
  ];
  const firms = new Map([
    of("software", { industries: ["IT"] }),
    of("large-berlin", { postalCodes: ["1*"], companySizes: ["200-499", "500+"] }),
    of("berlin", { postalCodes: ["1*"] }),
  ]);

  it("hold leads of such industries and sizes, anywhere if they have no place", () => {
    expect(areasOf({ company: { industry: "software" } }, firms)).toEqual(["software"]);
    expect(areasOf({ postalCode: "10115", company: { industry: "software", size: 700 } }, firms)).toEqual([
      "berlin",
      "large-berlin",
      "software",
    ]);
    expect(areasOf({ postalCode: "10115", company: { size: "201-500" } }, firms)).toEqual(["berlin"]);
    expect(areasOf({ postalCode: "10115" }, firms)).toEqual(["berlin"]);
  });
});

describe("a code of a polygon", () => {
  const drawn = new Map([["drawn", { areaId: "drawn", name: "drawn", version: 1, polygonCodes: ["67*"] }]] satisfies [
    string,
    Area,
  ][]);

  it("is a German one, and gives way to the lead's own position", () => {
    expect(areasOf({ postalCode: "67059" }, drawn)).toEqual(["drawn"]);
    expect(areasOf({ postalCode: "67059", country: "DE" }, drawn)).toEqual(["drawn"]);
    expect(areasOf({ postalCode: "67000", country: "FR" }, drawn)).toEqual([]);
    expect(areasOf({ postalCode: "6705" }, drawn)).toEqual([]);
    expect(areasOf({ postalCode: "67059", geo: { lat: 0, lon: 0 } }, drawn)).toEqual([]);
  });
});
