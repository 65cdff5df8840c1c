import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { type LocalTenant, minute, reached, second, won } from "../../../support/world/local-tenant.ts";

const usual = { timezone: "Europe/Berlin", defaultCountry: "DE", fallback: { type: "pool" } };
const refused = (reason: string) => ({ status: 409, body: { type: expect.stringMatching(/guard-rail$/), reason } });

/** A lead's details open, claimed, given back (E2). Agents anna, ben, cem. */
export function cherryPickHoldingScenarios(tenant: () => LocalTenant): void {
  const warm = (given: object = {}) => tenant().lead({ temperature: "warm", ...given });
  const pass = (ms: number) => tenant().world.advance(ms);

  describe("a lead whose details are open", () => {
    beforeAll(async () => {
      const rules = [{ id: "pick", method: { type: "cherryPick", pool: { team: "city" } } }];
      await tenant().plan({ ...usual, rules, cherryPick: { ratios: false, quotas: false } });
    });
    afterEach(async () => expect(await tenant().violations()).toEqual([]));

    it("is its agent's for three minutes, shows no contact data, and costs one transition more when claimed", async () => {
      const { leadId } = await warm({ phone: "+493023125901", company: { name: "Muster GmbH", size: 80 } });
      const opened = await tenant().act("anna", leadId, "open");
      expect(opened).toMatchObject({ status: 200, body: { status: "held", company: { name: "Muster GmbH" } } });
      expect(JSON.stringify(opened.body)).not.toMatch(/23125901|@example/);
      const { hold = 0 } = (await tenant().state(leadId)).deadlines;
      expect(await tenant().act("ben", leadId, "claim")).toMatchObject({
        ...refused("held"),
        body: { until: new Date(hold).toISOString() },
      });
      expect(await tenant().world.executions(leadId)).toMatchObject([
        { name: `${leadId}-1`, status: "RUNNING", currentState: "AwaitClaim" },
      ]);
      expect((await tenant().act("anna", leadId, "claim")).status).toBe(200);
      await tenant().act("anna", leadId, "contact", reached);
      await tenant().act("anna", leadId, "convert", won);
      expect(await tenant().transitions(leadId)).toBe(5);
    });

    it("is back in its place after the time, and its agent cools down; the next one may open it at once", async () => {
      const { leadId } = await warm();
      const { since } = await tenant().state(leadId);
      await tenant().act("anna", leadId, "open");
      await pass(3 * minute + 2 * second);
      expect(await tenant().state(leadId)).toMatchObject({ status: "pooled", since, cycle: 2 });
      expect((await tenant().history(leadId)).slice(-2)).toEqual(["lead.opened", "lead.holdExpired"]);
      expect(await tenant().act("anna", leadId, "open")).toMatchObject(refused("cooldown"));
      expect((await tenant().act("ben", leadId, "open")).status).toBe(200);
      await pass(30 * second);
      const { leadId: other } = await warm();
      expect((await tenant().act("anna", other, "open")).status).toBe(200);
      expect((await tenant().act("ben", other, "claim")).status).toBe(409);
      await pass(4 * minute);
    });

    it("goes to one of two who open it at once, and an agent has one open of two opened at once", async () => {
      await pass(minute);
      const [first, second] = [(await warm()).leadId, (await warm()).leadId];
      const both = await Promise.all([tenant().act("anna", first, "open"), tenant().act("ben", first, "open")]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      await Promise.all([tenant().act("cem", second, "open"), tenant().act("cem", (await warm()).leadId, "open")]);
      const held = (await tenant().world.ports.leads.listByStatus("held", { limit: 100 })).items;
      const states = await tenant().world.ports.leads.states(held);
      expect(states.filter((state) => state.held?.agentId === "cem")).toHaveLength(1);
      await pass(4 * minute);
    });
  });
}
