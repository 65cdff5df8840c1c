import { afterEach, describe, expect, it } from "vitest";
import { day, hour, type LocalTenant, minute, noAnswer, second } from "../../../support/world/local-tenant.ts";

const usual = { timezone: "Europe/Berlin", defaultCountry: "DE", fallback: { type: "pool" } };
const free = { ratios: false, quotas: false, windows: false };

/** Picked leads without contact, suspension, assigned first (E3, E4, E7). Agents anna, ben, cem; lena leads them. */
export function cherryPickMissesScenarios(tenant: () => LocalTenant): void {
  const pass = (ms: number) => tenant().world.advance(ms);
  const pickable = (method: object = {}, cherryPick: object = {}) =>
    tenant().plan({
      ...usual,
      rules: [{ id: "pick", method: { type: "cherryPick", pool: { team: "city" }, ...method } }],
      cherryPick: { ...free, ...cherryPick },
    });
  const told = async (to: string, kind: string) =>
    (await tenant().world.outbox()).filter((item) => item.kind === kind && (item.agentId === to || item.to === to));

  describe("picked leads", () => {
    afterEach(async () => expect(await tenant().violations()).toEqual([]));

    it("without contact in two hours are taken back and offered to the next, whatever was tried; the third in a week suspends for a week", async () => {
      await pickable();
      for (const _ of [1, 2, 3]) {
        const { leadId } = await tenant().lead({ temperature: "hot" });
        expect((await tenant().act("anna", leadId, "claim")).status).toBe(200);
        await tenant().act("anna", leadId, "contact", noAnswer);
        await pass(2 * hour + 5 * second);
        const { status, tried, offer } = await tenant().state(leadId);
        expect([status, tried]).toEqual(["offered", ["anna"]]);
        expect((await tenant().act("anna", leadId, "claim")).status).toBe(404);
        const next = offer?.agentId === "ben" ? "ben" : "cem";
        expect((await tenant().act(next, leadId, "accept")).status).toBe(200);
        await tenant().act(next, leadId, "contact", { channel: "call", outcome: "reached" });
      }
      expect(await told("anna", "pickMissed")).toHaveLength(3);
      expect(await told("anna", "suspended")).toMatchObject([
        { text: expect.stringMatching(/^You cannot pick leads until/) },
      ]);
      expect(await told("lena@example.com", "agentSuspended")).toHaveLength(1);
      const { leadId } = await tenant().lead({ temperature: "warm" });
      expect(await tenant().act("anna", leadId, "claim")).toMatchObject({ status: 409, body: { reason: "suspended" } });
      await pass(7 * day);
      expect((await tenant().act("anna", leadId, "claim")).status).toBe(200);
      await tenant().act("anna", leadId, "contact", { channel: "call", outcome: "reached" });
    });

    it("that are assigned first are offered for half an hour, undeclinable, and then there to be picked", async () => {
      const method = { type: "roundRobin", pool: { agents: ["ben"] } };
      await pickable({ assignFirst: { for: "PT30M", method } }, { assignedDecline: false });
      const { leadId, offer } = await tenant().lead({ temperature: "cold" });
      expect(offer?.agentId).toBe("ben");
      expect(await tenant().act("ben", leadId, "decline", { reason: "busy" })).toMatchObject({
        status: 409,
        body: { type: expect.stringMatching(/not-declinable$/) },
      });
      await pass(30 * minute + 2 * second);
      expect(await tenant().state(leadId)).toMatchObject({ status: "pooled", posted: { pick: true } });
      expect((await tenant().act("cem", leadId, "claim")).status).toBe(200);
      expect(await tenant().history(leadId)).toEqual([
        "lead.received",
        "lead.offered",
        "lead.offerExpired",
        "lead.pooled",
        "lead.claimed",
      ]);
      await tenant().act("cem", leadId, "contact", { channel: "call", outcome: "reached" });
    });
  });
}
