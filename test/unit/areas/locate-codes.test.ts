import { describe, expect, it } from "vitest";
import { folded, placesByName } from "../../../shared/postal-codes/gazetteer.ts";
import { type ListedPlace, locateCodes } from "../../../shared/postal-codes/locate.ts";

/** A line as GeoNames writes it; only the columns that are read. */
const line = (name: string, lat: number, lon: number, state: string, population: number, others = "") =>
  ["1", name, name, others, lat, lon, "P", "PPL", "DE", "", state, "", "", "", population].join("\t");

const places = placesByName(
  [
    line("Dresden", 51.05, 13.74, "13", 550_000),
    line("Wachau", 51.16, 13.9, "13", 4_000),
    line("Wachau", 51.29, 12.42, "13", 1_000),
    line("Radeberg", 51.12, 13.91, "13", 18_000),
    line("Berlin", 52.52, 13.41, "16", 3_400_000, "Berlín,Berlyn"),
    line("Elsewhere", 10, 10, "99", 5),
  ].join("\n"),
);

const listed = (code: string, name: string, state = "Sachsen", addition = ""): ListedPlace => ({
  code,
  name,
  addition,
  state,
});

describe("where postal codes lie", () => {
  it("is their main place; of namesakes the one nearest to the region's others", () => {
    const located = locateCodes(
      [listed("01454", "Wachau"), listed("01465", "Radeberg"), listed("01465", "Wachau", "Sachsen", "b Radeberg")],
      places,
    );
    expect(located).toEqual([
      { code: "01454", place: "Wachau", state: "Sachsen", lat: 51.16, lon: 13.9, km: 1 },
      { code: "01465", place: "Radeberg", state: "Sachsen", lat: 51.12, lon: 13.91, km: 0 },
    ]);
  });

  it("is the city's middle with its reach where a city has several", () => {
    const located = locateCodes([listed("01067", "Dresden"), listed("01069", "Dresden")], places);
    expect(located.map(({ code, km }) => [code, km])).toEqual([
      ["01067", 8],
      ["01069", 8],
    ]);
  });

  it("is guessed from the neighbours for places that nobody knows, and never in another state", () => {
    const located = locateCodes(
      [listed("01067", "Dresden"), listed("01068", "Nirgendwo"), listed("99999", "Dresden", "Bayern")],
      places,
    );
    expect(located).toEqual([
      { code: "01067", place: "Dresden", state: "Sachsen", lat: 51.05, lon: 13.74, km: 0 },
      { code: "01068", place: "Nirgendwo", state: "Sachsen", lat: 51.05, lon: 13.74, km: 15 },
    ]);
  });

  it("is found by any spelling", () => {
    expect(folded("St. Ingbert (Saar)")).toBe("sankt ingbert");
    expect(folded("Groß-Gerau")).toBe("gross gerau");
    expect(places.get("berlyn")?.[0]?.state).toBe("Berlin");
    expect(places.has("elsewhere")).toBe(false);
  });
});
