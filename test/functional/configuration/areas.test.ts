import { beforeEach, describe, expect, it } from "vitest";
import { type AdminDesk, createAdminDesk } from "../../support/admin-desk.ts";

let desk: AdminDesk;
beforeEach(() => {
  desk = createAdminDesk();
});

const ring = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const norderney = { type: "Polygon", coordinates: [ring(7.1, 53.69, 7.3, 53.73)] };

describe("an area with an outline", () => {
  it("knows the postal codes in it, which nobody else sets", async () => {
    const created = await desk.put("areas", "norderney", { name: "Norderney", polygon: norderney });
    expect(created).toMatchObject({ status: 201, body: { polygon: norderney, polygonCodes: ["26548"], version: 1 } });
    const again = await desk.put("areas", "norderney", {
      ...(created.body as object),
      polygonCodes: ["1*"],
      name: "Insel",
    });
    expect(again).toMatchObject({ status: 200, body: { name: "Insel", polygonCodes: ["26548"] } });
  });

  it("is refused with the exact place where it crosses itself", async () => {
    const crossed = {
      type: "Polygon",
      coordinates: [
        [
          [10, 50],
          [11, 51],
          [11, 50],
          [10, 51],
          [10, 50],
        ],
      ],
    };
    expect(await desk.put("areas", "a", { name: "a", polygon: crossed })).toMatchObject({
      status: 422,
      body: {
        errors: [
          { pointer: "/polygon/coordinates/0", detail: expect.stringContaining("longitude 10.5, latitude 50.5") },
        ],
      },
    });
    const open = { type: "Polygon", coordinates: [ring(10, 50, 11, 51).slice(0, 4)] };
    expect(await desk.put("areas", "a", { name: "a", polygon: open })).toMatchObject({
      status: 422,
      body: {
        errors: [{ pointer: "/polygon/coordinates/0", detail: expect.stringContaining("a ring ends where it begins") }],
      },
    });
  });

  it("holds a lead by its position, or by its postal code without one", async () => {
    await desk.agent("jan", { territories: ["norderney"] });
    await desk.agent("tom");
    await desk.put("areas", "norderney", { name: "Norderney", polygon: norderney });
    await desk.plan({ rules: [{ id: "local", method: { type: "roundRobin", pool: { areas: "match" } } }] });
    const preview = async (lead: object) => {
      const { body } = await desk.call("POST /v1/plan/preview", {
        body: { lead: { email: "a@example.org", ...lead } },
      });
      return body;
    };
    expect(await preview({ geo: { lat: 53.71, lon: 7.15 } })).toMatchObject({
      chosen: ["jan"],
      poolId: "local:area=norderney",
    });
    expect(await preview({ postalCode: "26548" })).toMatchObject({ chosen: ["jan"] });
    expect(await preview({ postalCode: "26548", geo: { lat: 52, lon: 13 } })).toMatchObject({
      chosen: [],
      outcome: "pooled",
    });
  });
});

describe("a rule that goes by areas", () => {
  it("shows the rotation of each area and who is next", async () => {
    await desk.put("areas", "insel", { name: "Insel", polygon: norderney });
    await desk.put("areas", "kueste", { name: "Küste", postalCodes: ["265*"] });
    await desk.agent("jan", { territories: { home: ["insel"], others: ["kueste"] } });
    await desk.agent("tom", { territories: ["kueste"] });
    await desk.plan({ rules: [{ id: "local", method: { type: "area", pool: { areas: "home" } } }] });
    const { body } = await desk.call("GET /v1/pools");
    const { items } = body as { items: { poolId: string; next: string[] }[] };
    expect(items.map(({ poolId, next }) => [poolId, next[0]])).toEqual([
      ["local:area=insel", "jan"],
      ["local:area=kueste", "tom"],
    ]);
  });

  it.each([
    [{ type: "area", overlap: "both" }, "/rules/0/method/overlap"],
    [{ type: "area", pool: { areas: "none" } }, "/rules/0/method/pool/areas"],
    [{ type: "lastInArea", overlap: "rotate" }, "/rules/0/method/overlap"],
    [{ type: "roundRobin", pool: { matchSkills: ["colour"] } }, "/rules/0/method/pool/matchSkills/0"],
    [{ type: "roundRobin", pool: { matchSkills: [] } }, "/rules/0/method/pool/matchSkills"],
    [{ type: "roundRobin", pool: { languages: ["de"] } }, "/rules/0/method/pool/languages"],
  ])("is refused with the place of what is wrong: %j", async (method, pointer) => {
    const refused = await desk.plan({ rules: [{ id: "local", method }] });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });

  it("is told in the reader's language", async () => {
    await desk.put("areas", "kueste", { name: "Küste", postalCodes: ["265*"] });
    await desk.agent("tom", { territories: ["kueste"] });
    await desk.plan({ rules: [{ id: "local", name: "Gebiete", method: { type: "area" } }] });
    const say = async (postalCode: string, language: string) => {
      const lead = { email: "a@example.org", postalCode };
      const headers = { "accept-language": language };
      const { body } = await desk.call("POST /v1/plan/preview", { body: { lead }, headers });
      const { summary, rules } = body as { summary: string; rules: { why: string }[] };
      return [summary, rules[0]?.why];
    };
    expect((await say("26506", "de"))[0]).toBe(
      "Regel „Gebiete“: Agent tom arbeitet im Gebiet Küste und ist dort an der Reihe (Vergabe Nr. 1).",
    );
    expect((await say("26506", "en"))[0]).toBe(
      "Rule “Gebiete”: Agent tom works in Küste and is next in turn there (ticket 1).",
    );
    expect((await say("80331", "de"))[1]).toContain("der Lead liegt in keinem Gebiet");
    expect((await say("80331", "en"))[1]).toContain("the lead lies in no area");
  });
});

describe("the report of overlaps", () => {
  it("says which areas, why, and who works there", async () => {
    await desk.put("areas", "insel", { name: "Insel", polygon: norderney });
    await desk.put("areas", "kueste", {
      name: "Küste",
      postalCodes: ["265*"],
      polygon: { type: "Polygon", coordinates: [ring(7, 53.5, 7.2, 53.8)] },
    });
    await desk.put("areas", "fern", { name: "Fern", postalCodes: ["8*"] });
    await desk.agent("jan", { territories: { home: ["insel"], others: ["kueste"] } });
    await desk.agent("tom", { territories: ["kueste", "fern"] });
    await desk.agent("alt", { territories: ["insel"], status: "inactive" });
    const { status, body } = await desk.call("GET /v1/areas/overlaps");
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          areas: [
            { areaId: "insel", name: "Insel", agents: ["jan"] },
            { areaId: "kueste", name: "Küste", agents: ["jan", "tom"] },
          ],
          both: ["jan"],
          postalCodes: ["26548"],
          postalCodeCount: 1,
          place: { lat: expect.closeTo(53.7, 0), lon: expect.closeTo(7.1, 0) },
        },
      ],
    });
  });

  it("has no area in its place", async () => {
    expect((await desk.put("areas", "overview", { name: "x" })).status).toBe(422);
    expect(await desk.put("areas", "overlaps", { name: "x" })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/id" }] },
    });
  });

  it("and mistyped codes are part of the plan's check", async () => {
    await desk.agent("jan", { territories: ["a", "b", "c"] });
    await desk.agent("tom", { territories: ["a", "b", "c"] });
    await desk.put("areas", "a", { name: "A", postalCodes: ["10115", "00815", "99999", "004*"] });
    await desk.put("areas", "b", { name: "B", postalCodes: ["101*"] });
    await desk.put("areas", "c", { name: "C", polygon: { type: "Polygon", coordinates: [ring(50, 10, 51, 11)] } });
    const plan = {
      timezone: "Europe/Berlin",
      defaultCountry: "DE",
      rules: [{ id: "local", method: { type: "roundRobin", pool: { areas: "match" } } }],
      fallback: { type: "pool" },
    };
    const { body } = await desk.call("POST /v1/plan/check", { body: plan, headers: { "accept-language": "de" } });
    const { problems } = body as { problems: { code: string; message: string }[] };
    expect(problems.filter(({ code }) => code === "unknownPostalCode").map(({ message }) => message)).toEqual([
      "Im Gebiet a steht 00815: Kein Ort hat diese Postleitzahl.",
      "Im Gebiet a steht 99999: Kein Ort hat diese Postleitzahl.",
      "Im Gebiet a steht 004*: Kein Ort hat diese Postleitzahl.",
    ]);
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(["overlappingAreas", "polygonSwapped"]));
  });
});

describe("a postal code", () => {
  it("has a place, a state and a position", async () => {
    expect(await desk.call("GET /v1/postal-codes/{code}", { params: { code: "01067" } })).toMatchObject({
      status: 200,
      body: { code: "01067", place: "Dresden", state: "Sachsen", lat: 51.051, lon: 13.738, withinKm: 8 },
    });
    expect(await desk.call("GET /v1/postal-codes/{code}", { params: { code: "26548" } })).not.toHaveProperty(
      "body.withinKm",
    );
    expect(await desk.call("GET /v1/postal-codes/{code}", { params: { code: "1067" } })).toMatchObject({ status: 404 });
  });
});
