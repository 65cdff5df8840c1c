import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { type LocalTenant, minute, second } from "../../../support/world/local-tenant.ts";

const usual = { timezone: "Europe/Berlin", defaultCountry: "DE", fallback: { type: "pool" } };
const page = z.looseObject({
  items: z.array(z.looseObject({ leadId: z.string() })),
  picking: z.looseObject({}).optional(),
});

/** Leads that agents pick themselves, and what keeps them from it (section E). Agents anna, ben, cem; lena leads them. */
export function guardRailScenarios(tenant: () => LocalTenant): void {
  const pass = (ms: number) => tenant().world.advance(ms);
  const picking = (cherryPick: object, method: object = {}) =>
    tenant().plan({ ...usual, cherryPick, rules: [{ id: "pick", method: { type: "cherryPick", ...method } }] });
  const leads = async (count: number, given: object = {}) =>
    (await Promise.all(Array.from({ length: count }, () => tenant().lead({ temperature: "hot", ...given })))).map(
      ({ leadId }) => leadId,
    );
  const pool = async (person: "anna" | "ben" | "cem") =>
    page.parse((await tenant().ask(person, "GET", "/v1/pool")).body);
  const claim = async (person: "anna" | "ben" | "cem", leadId = "") => {
    const { status, body } = await tenant().act(person, leadId, "claim");
    return { status, body: body as Readonly<Record<string, unknown>> };
  };

  describe("picking between guard rails", () => {
    afterEach(async () => expect(await tenant().violations()).toEqual([]));

    it("eight claims of one agent at once: the quota passes, the others are left to colleagues", async () => {
      await picking({ ratios: false });
      const ids = await leads(8);
      const answers = await Promise.all(
        ids.map((leadId) => tenant().ask("anna", "POST", `/v1/leads/${leadId}/claim`, {})),
      );
      const refused = answers.filter(({ status }) => status === 409);
      expect([refused.length, answers.filter(({ status }) => status === 200).length]).toEqual([5, 3]);
      for (const { body } of refused) expect(body).toMatchObject({ reason: "quota", window: "hour", limit: 3 });
      const me = await tenant().ask("anna", "GET", "/v1/me");
      expect(me.body).toMatchObject({ picking: { quotas: { hour: { remaining: 0 }, day: { used: 3 } } } });
      const left = (await pool("anna")).items.filter(({ leadId }) => ids.includes(leadId));
      expect(left).toHaveLength(5);
      for (const row of left) expect(row).toMatchObject({ pick: true, obstacle: { reason: "quota" } });
      expect((await claim("ben", left[0]?.leadId)).status).toBe(200);
    });

    it("who looks too long waits half a minute; who was told of a lead takes it at once", async () => {
      await picking({ ratios: false, quotas: false });
      const [first, second_] = await leads(2);
      await pool("ben");
      await pass(61 * second);
      expect(await claim("ben", first)).toMatchObject({ status: 409, body: { reason: "cooldown" } });
      expect((await claim("cem", first)).status).toBe(200);
      await pass(30 * second);
      await pool("ben");
      expect((await claim("ben", second_)).status).toBe(200);
    });

    it("after two hot leads a warm one comes first, while one is there", async () => {
      await picking({ quotas: false, windows: false, ratios: { agedOf: false } });
      const [first, next, last] = await leads(3);
      const [warm] = await leads(1, { temperature: "warm" });
      await claim("cem", first);
      await claim("cem", next);
      expect(await claim("cem", last)).toMatchObject({ status: 409, body: { reason: "ratio", kind: "mild" } });
      expect((await claim("cem", warm)).status).toBe(200);
      expect((await claim("cem", last)).status).toBe(200);
    });

    it("nobody who is paused takes anything; the tier that picks later waits", async () => {
      await picking({ ratios: false, quotas: false, access: {} });
      const [leadId] = await leads(1);
      await tenant().agent("ben", { capacity: 1000, status: "paused" });
      expect(await claim("ben", leadId)).toMatchObject({ status: 409, body: { reason: "paused" } });
      expect(await claim("anna", leadId)).toMatchObject({ status: 409, body: { reason: "accessDelay", tier: 2 } });
      await pass(15 * minute);
      expect((await claim("anna", leadId)).status).toBe(200);
      await tenant().agent("ben", { capacity: 1000 });
    });
  });
}
