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
