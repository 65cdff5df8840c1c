import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import type { LocalTenant } from "../../support/world/local-tenant.ts";
import { roomy, tally } from "./scenario-pool.ts";

const island = {
  type: "Polygon",
  coordinates: [
    [
      [7.1, 53.69],
      [7.3, 53.69],
      [7.3, 53.73],
      [7.1, 53.73],
      [7.1, 53.69],
    ],
  ],
};
const overlaps = z.looseObject({
  items: z.array(z.looseObject({ postalCodes: z.array(z.string()), both: z.array(z.string()) })),
});

/** Territories by postal code and outline, overlaps, home areas, and accounts that stay with their agent (C7, C12). */
export function areaScenarios(tenant: () => LocalTenant): void {
  const put = async (path: string, body: unknown) => {
    const answer = await tenant().ask("root", "PUT", path, body);
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  };

  describe("territories", () => {
    beforeEach(async () => {
      await put("/v1/areas/insel", { name: "Insel", polygon: island });
      await put("/v1/areas/kueste", { name: "Küste", postalCodes: ["265*"] });
      await put("/v1/areas/dresden", { name: "Dresden", postalCodes: ["01067"] });
      await tenant().agent("jan", { ...roomy, territories: { home: ["insel"], others: ["dresden"] } });
      await tenant().agent("tom", { ...roomy, territories: ["kueste"] });
      await tenant().agent("ute", { ...roomy, territories: ["dresden"] });
    });
    afterEach(async () => expect(await tenant().violations()).toEqual([]));

    const rulesOf = (method: object) => [
      { id: "local", method, overflow: "next" },
      { id: "all", method: { type: "roundRobin" }, overflow: "queue" },
    ];

    it("take turns where they overlap, by outline and by postal code; a lead of no area goes to everyone", async () => {
      await tenant().plan({ rules: rulesOf({ type: "area" }) });
      expect(tally(await tenant().offered(2, { postalCode: "26548" }))).toEqual({ jan: 1, tom: 1 });
      expect(tally(await tenant().offered(1, { postalCode: "26506" }))).toEqual({ tom: 1 });
      expect(tally(await tenant().offered(1, { geo: { lat: 53.71, lon: 7.15 } }))).toEqual({ jan: 1 });
      expect(tally(await tenant().offered(2, { postalCode: "01067" }))).toEqual({ jan: 1, ute: 1 });
      expect(tally(await tenant().offered(3, { postalCode: "80331" }))).toEqual({ jan: 1, tom: 1, ute: 1 });
      const report = await tenant().ask("jan", "GET", "/v1/areas/overview");
      expect(report).toMatchObject({
        status: 200,
        body: {
          items: [
            { areaId: "dresden", agents: 2, leads: 2, leadsPerAgent: 1 },
            { areaId: "insel", agents: 1, leads: 3, leadsPerAgent: 3 },
            { areaId: "kueste", agents: 1, leads: 3, leadsPerAgent: 3 },
          ],
        },
      });
      const { body } = await tenant().ask("root", "GET", "/v1/areas/overlaps");
      expect(overlaps.parse(body).items).toMatchObject([{ postalCodes: ["26548"], both: [] }]);
    });

    it("count at home alone, or stay with whoever got the last lead there", async () => {
      await tenant().plan({ rules: rulesOf({ type: "area", pool: { areas: "home" } }) });
      expect(await tenant().offered(2, { postalCode: "01067" })).toEqual(["ute", "ute"]);
      await tenant().plan({ rules: rulesOf({ type: "lastInArea" }) });
      const [first = "", ...rest] = await tenant().offered(4, { postalCode: "26548" });
      expect(rest).toEqual([first, first, first]);
      const other = first === "jan" ? "tom" : "jan";
      const worksHere = { ...roomy, territories: [first === "jan" ? "insel" : "kueste"] };
      await tenant().agent(first, { ...worksHere, status: "paused" });
      expect(await tenant().offered(2, { postalCode: "26548" })).toEqual([other, other]);
      await tenant().agent(first, worksHere);
      expect(await tenant().offered(1, { postalCode: "26548" })).toEqual([other]);
    });

    it("know their postal codes, and refuse an outline that crosses itself", async () => {
      const { body } = await tenant().ask("root", "GET", "/v1/postal-codes/01067");
      expect(body).toMatchObject({ place: "Dresden", state: "Sachsen", lat: 51.051, lon: 13.738 });
      expect((await tenant().ask("root", "GET", "/v1/postal-codes/00000")).status).toBe(404);
      const [west, , , , ...rest] = island.coordinates[0] ?? [];
      const crossed = { ...island, coordinates: [[west, [7.3, 53.73], [7.3, 53.69], [7.1, 53.73], ...rest]] };
      const refused = await tenant().ask("root", "PUT", "/v1/areas/x", { name: "x", polygon: crossed });
      expect(refused).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: "/polygon/coordinates/0", detail: expect.stringContaining("latitude 53.71") }] },
      });
    });

    it("give way to the agent who has the group of companies, without moving the rotation", async () => {
      await tenant().plan({ rules: rulesOf({ type: "area" }), continuity: { account: true } });
      const first = await tenant().lead({ postalCode: "26506", company: { name: "Acme", domain: "acme.example" } });
      expect(first.offer?.agentId).toBe("tom");
      await tenant().act("tom", first.leadId, "accept");
      const before = await tenant().world.ports.rotation.sequence("local:area=dresden");
      const later = await tenant().lead({
        postalCode: "01067",
        company: { name: "Acme Süd", domain: "acme-sued.example", parent: "acme.example" },
      });
      expect(later).toMatchObject({ offer: { agentId: "tom" }, decision: { ruleId: "continuity" } });
      expect(await tenant().world.ports.rotation.sequence("local:area=dresden")).toEqual(before);
    });
  });
}
