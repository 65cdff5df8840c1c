import { afterEach, describe, expect, it } from "vitest";
import { hour, type LocalTenant, minute, second } from "../../support/world/local-tenant.ts";

const usual = { timezone: "Europe/Berlin", defaultCountry: "DE", fallback: { type: "pool" } };

/** Posted, claimed, assigned to a backup, recycled (C9, 04-routing scenario 15). Agents anna, ben, cem; lena leads them. */
export function leadPoolScenarios(tenant: () => LocalTenant): void {
  const pass = (ms: number) => tenant().world.advance(ms);
  const posted = (method: object) =>
    tenant().plan({ ...usual, rules: [{ id: "posted", method: { type: "pool", ...method } }] });
  const told = async (leadId: string, agentId: string) =>
    (await tenant().world.outbox())
      .filter((item) => item.leadId === leadId && item.agentId === agentId)
      .map(({ kind }) => kind);

  describe("the lead pool", () => {
    afterEach(async () => expect(await tenant().violations()).toEqual([]));

    it("15: one of the group is paused, nobody claims: fallback 1, fallback 2, manager; the paused one is never told", async () => {
      await posted({
        pool: { agents: ["anna", "ben"] },
        claimWithin: "PT15M",
        then: ["cem", "lena"],
        managerId: "mia",
        notify: "all",
      });
      await tenant().agent("ben", { capacity: 1000, status: "paused" });
      const { leadId, status } = await tenant().lead({ temperature: "hot" });
      expect(status).toBe("pooled");
      expect(await told(leadId, "anna")).toEqual(["posted"]);
      const asked: string[] = [];
      await pass(15 * minute + 2 * second);
      for (const _ of ["cem", "lena", "mia"]) {
        asked.push((await tenant().state(leadId)).offer?.agentId ?? "nobody");
        await pass(5 * minute + 2 * second);
      }
      expect(asked).toEqual(["cem", "lena", "mia"]);
      expect(await tenant().state(leadId)).toMatchObject({ status: "pooled", reason: "unclaimed" });
      expect(await told(leadId, "ben")).toEqual([]);
      expect((await tenant().history(leadId)).filter((type) => type === "lead.offered")).toHaveLength(3);
      await tenant().agent("ben", { capacity: 1000 });
    });

    it("one of two who claim at once has it, in the same execution; who is not of the group does not see it", async () => {
      await posted({ pool: { agents: ["anna", "ben"] }, claimWithin: "PT15M" });
      const { leadId } = await tenant().lead({ temperature: "hot" });
      expect((await tenant().act("cem", leadId, "claim")).status).toBe(404);
      const claims = await Promise.all([tenant().act("anna", leadId, "claim"), tenant().act("ben", leadId, "claim")]);
      expect(claims.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      expect(await tenant().world.executions(leadId)).toMatchObject([{ name: `${leadId}-1`, status: "RUNNING" }]);
    });

    it("what nobody takes is routed again, and a rule may tell it apart", async () => {
      const stale = { field: "recycled", op: "gte", value: 1 };
      await tenant().plan({
        ...usual,
        rules: [
          { id: "stale", when: stale, method: { type: "agent", agentId: "cem" } },
          { id: "posted", method: { type: "pool", pool: { team: "city" }, recycleAfter: "PT1H" } },
        ],
      });
      const { leadId } = await tenant().lead({ temperature: "cold" });
      await pass(hour + 2 * second);
      expect(await tenant().state(leadId)).toMatchObject({ status: "offered", offer: { agentId: "cem" } });
    });
  });
}
