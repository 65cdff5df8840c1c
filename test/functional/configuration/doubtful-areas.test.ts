import { beforeEach, describe, expect, it } from "vitest";
import { type AdminDesk, createAdminDesk } from "../../support/admin-desk.ts";
import { box } from "../../support/box.ts";

let desk: AdminDesk;
beforeEach(async () => {
  desk = createAdminDesk();
  await desk.plan();
});

interface Problem {
  readonly code: string;
  readonly severity: string;
  readonly pointer: string;
  readonly message: string;
  readonly fix: string;
}
const german = { headers: { "accept-language": "de" } };
const middleOfBerlin = box(13.28, 52.47, 13.48, 52.56);
const put = async (area: object, id = "ber") => {
  const { status, body } = await desk.put("areas", id, { name: "Berlin Mitte", ...area }, german);
  return { status, body, problems: (body as { problems?: readonly Problem[] }).problems ?? [] };
};

describe("an outline in a large city", () => {
  it("is saved with the true reason why leads without a position are not in it, and what to do", async () => {
    const { status, problems, body } = await put({ polygon: middleOfBerlin });
    expect({ status, body }).toMatchObject({ status: 201, body: { polygonCodes: [] } });
    expect(problems).toEqual([
      {
        severity: "warning",
        code: "cityInPart",
        pointer: "/polygon",
        message: expect.stringMatching(
          /Berlin Mitte \(ber\) umfasst nur einen Teil von Berlin \(10115–14199\).*Stadtmitte/,
        ),
        fix: expect.stringMatching(/Postleitzahlen der Stadtteile.*geo/),
      },
    ]);
    expect(await put(body as object)).toMatchObject({ status: 200 });
  });

  it("is told so by the plan's check too, and no word of swapped coordinates", async () => {
    await desk.agent("jan", { territories: ["ber"] });
    await put({ polygon: middleOfBerlin });
    const plan = {
      timezone: "Europe/Berlin",
      defaultCountry: "DE",
      rules: [{ id: "local", method: { type: "roundRobin", pool: { areas: "match" } } }],
      fallback: { type: "pool" },
    };
    const { body } = await desk.call("POST /v1/plan/check", { body: plan, ...german });
    const { problems } = body as { problems: readonly Problem[] };
    expect(problems.find(({ code }) => code === "cityInPart")?.message).toContain("Stadtmitte");
    expect(JSON.stringify(problems)).not.toMatch(/vertauscht|\[Länge/);
  });

  it("is fine with the codes of its districts beside it, far from any city, or with all of the city in it", async () => {
    expect((await put({ polygon: middleOfBerlin, postalCodes: ["101*"] })).problems).toEqual([]);
    expect((await put({ polygon: box(7.1, 53.69, 7.3, 53.73) })).problems).toEqual([]);
    expect((await put({ polygon: box(12.9, 52.2, 13.9, 52.8) })).problems).toEqual([]);
  });

  it("is found where it lies at a city's edge, beside its middle", async () => {
    const { problems } = await put({ polygon: box(13.55, 52.42, 13.62, 52.46) });
    expect(problems.map(({ code }) => code)).toEqual(["cityInPart"]);
  });
});

describe("an outline elsewhere", () => {
  it("is said to be swapped only where swapping lands in the country", async () => {
    const swapped = await put({ polygon: box(52.47, 13.28, 52.56, 13.48) });
    expect(swapped.problems.map(({ code, pointer }) => [code, pointer])).toEqual([["polygonSwapped", "/polygon"]]);
    expect(swapped.problems[0]?.fix).toContain("[Länge, Breite]");
    const sea = await put({ polygon: box(4, 54.5, 4.1, 54.6) });
    expect(sea.problems.map(({ code }) => code)).toEqual(["polygonWithoutCodes"]);
    expect(sea.problems[0]?.fix).not.toContain("Länge");
  });
});

describe("an area that cannot be meant so", () => {
  it.each([
    [{ postalCodes: ["10115", "1067"] }, "/postalCodes/1", "01067"],
    [{ companySizes: ["50-11"] }, "/companySizes/0", "11-50"],
  ])("is refused with the place and the right form: %j", async (area, pointer, meant) => {
    expect(await put(area)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer, detail: expect.stringMatching(`Schreiben Sie ${meant}`) }] },
    });
  });

  it("is refused once for what is wrong with every position, at the first", async () => {
    const far = (await put({ polygon: box(500, 1000, 600, 1100) })).body;
    expect((far as { errors: unknown[] }).errors).toEqual([
      { pointer: "/polygon/coordinates/0/0/0", detail: "ein Längengrad liegt zwischen -180 und 180" },
    ]);
    const { coordinates } = box(13, 52, 14, 100);
    const { body } = await put({ polygon: { type: "MultiPolygon", coordinates: [coordinates] } });
    expect((body as { errors: unknown[] }).errors).toEqual([
      { pointer: "/polygon/coordinates/0/0/2/1", detail: expect.stringContaining("Breitengrad") },
    ]);
  });

  it("may be so in another country, with a star, or as a single size", async () => {
    expect(await put({ postalCodes: ["1067*"], companySizes: ["11-11"] })).toMatchObject({ status: 201 });
    await desk.plan({ defaultCountry: "AT" });
    expect(await put({ postalCodes: ["1067", "1010"] })).toMatchObject({ status: 200, problems: [] });
  });
});

describe("an area that is doubtful", () => {
  it.each([
    [{ postalCodes: ["10115", "99999"] }, "unknownPostalCode", "/postalCodes/1"],
    [{ postalCodes: ["101"] }, "incompletePostalCode", "/postalCodes/0"],
    [{ postalCodes: ["1010"] }, "incompletePostalCode", "/postalCodes/0"],
    [{}, "emptyArea", ""],
  ])("is saved with a warning: %j", async (area, code, pointer) => {
    const { status, problems } = await put(area);
    expect(status).toBe(201);
    expect(problems).toEqual([
      {
        severity: "warning",
        code,
        pointer,
        message: expect.stringContaining("Berlin Mitte (ber)"),
        fix: expect.any(String),
      },
    ]);
  });

  it("without anything doubtful says nothing", async () => {
    expect((await put({ postalCodes: ["10115", "101*", "D-10115"] })).problems).toEqual([]);
  });
});

describe("an agent who names what nobody has", () => {
  it("is saved with a warning at each place, by the name people know", async () => {
    const territories = { home: ["mitte"], others: ["nord"] };
    const saved = await desk.agent("anna", { name: "Anna Berger", territories, backups: ["anna", "ben"] });
    expect(saved).toMatchObject({
      status: 201,
      body: {
        problems: [
          { code: "unknownTerritory", pointer: "/territories/home/0", message: expect.stringContaining("mitte") },
          { code: "unknownTerritory", pointer: "/territories/others/0" },
          { code: "ownBackup", pointer: "/backups/0", message: expect.stringContaining("Anna Berger (anna)") },
          { code: "unknownBackup", pointer: "/backups/1", severity: "warning" },
        ],
      },
    });
    expect(await desk.put("agents", "anna", saved.body)).toMatchObject({ status: 200 });
    const plain = await desk.agent("cem", { territories: ["mitte"], backups: ["ben"] });
    expect(plain).toMatchObject({ body: { problems: [{ pointer: "/territories/0" }, { pointer: "/backups/0" }] } });
  });

  it("is saved without a word once they are there", async () => {
    await desk.put("areas", "mitte", { name: "Mitte", postalCodes: ["101*"] });
    await desk.agent("ben");
    expect(await desk.agent("anna", { territories: ["mitte"], backups: ["ben"] })).toMatchObject({
      body: { problems: [] },
    });
  });
});
