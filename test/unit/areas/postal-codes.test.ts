import { describe, expect, it } from "vitest";
import { countBeginning, germanPostalCodes } from "../../../shared/domain/areas/postal-codes.ts";

describe("German postal codes", () => {
  it("keep their zero and know place, state and position", () => {
    expect(germanPostalCodes().get("01067")).toEqual({
      code: "01067",
      place: "Dresden",
      state: "Sachsen",
      lat: 51.051,
      lon: 13.738,
      km: 8,
    });
    expect(germanPostalCodes().get("1067")).toBeUndefined();
    expect(germanPostalCodes().get("26548")).toMatchObject({ place: "Norderney", state: "Niedersachsen", km: 0 });
  });

  it("are more than eight thousand, each of five digits and in Germany", () => {
    const all = [...germanPostalCodes().values()];
    expect(all.length).toBeGreaterThan(8200);
    for (const { code, place, state, lat, lon } of all) {
      expect(code).toMatch(/^\d{5}$/);
      expect(place).not.toBe("");
      expect(state).not.toBe("");
      expect(lat).toBeGreaterThan(47.2);
      expect(lat).toBeLessThan(55.1);
      expect(lon).toBeGreaterThan(5.8);
      expect(lon).toBeLessThan(15.1);
    }
  });

  it("are counted by how they begin", () => {
    expect(countBeginning("")).toBe(germanPostalCodes().size);
    expect(countBeginning("101")).toBe([...germanPostalCodes().keys()].filter((code) => code.startsWith("101")).length);
    expect(countBeginning("00")).toBe(0);
    expect(countBeginning("10115")).toBe(1);
  });
});
