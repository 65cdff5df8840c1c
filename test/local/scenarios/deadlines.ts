import { afterEach, describe, expect, it } from "vitest";
import { day, hour, type LocalTenant, noAnswer, reached, second } from "../../support/world/local-tenant.ts";
import { accepted, contactAndWin, holder } from "./staff.ts";

/** When a lead is taken back from its owner (D3). */
export function deadlineScenarios(tenant: () => LocalTenant): void {
  const passTo = (instant: number) => tenant().world.advance(instant - tenant().world.now());
  /** Who has the lead a minute before the instant, and just after. */
  const around = async (leadId: string, instant: number) => {
    await passTo(instant - 60 * second);
    const before = await holder(tenant(), leadId);
    await passTo(instant + 3 * second);
    return [before, await holder(tenant(), leadId)] as const;
  };

  describe("taking back", () => {
    afterEach(async () => expect(await tenant().violations()).toEqual([]));

    it("after 72 hours without contact, then success with the next: at most eight transitions", async () => {
      const { leadId, owner } = await accepted(tenant(), "cold");
      const { assignedAt = 0 } = await tenant().state(leadId);
      const [before, next] = await around(leadId, assignedAt + 72 * hour);
      expect(before).toBe(owner);
      expect(next).not.toBe(owner);
      expect(await tenant().state(leadId)).toMatchObject({ status: "offered", cycle: 2 });
      expect((await tenant().ask(owner, "GET", `/v1/leads/${leadId}`)).status).toBe(404);
      await tenant().act(next, leadId, "accept");
      await contactAndWin(tenant(), leadId);
      expect(await tenant().world.executions(leadId)).toMatchObject([{ status: "SUCCEEDED" }, { status: "SUCCEEDED" }]);
      expect(await tenant().transitions(leadId)).toBeLessThanOrEqual(8);
    });

    it("after two attempts over five days", async () => {
      const { leadId, owner } = await accepted(tenant(), "warm");
      const first = tenant().world.now();
      await tenant().act(owner, leadId, "contact", noAnswer);
      await tenant().world.advance(day);
      await tenant().act(owner, leadId, "contact", noAnswer);
      const [before, after] = await around(leadId, first + 5 * day);
      expect(before).toBe(owner);
      expect(after).not.toBe(owner);
    });

    it("14 days after the last progress; progress is a heartbeat and costs no transition", async () => {
      const { leadId, owner } = await accepted(tenant(), "warm");
      await tenant().act(owner, leadId, "contact", reached);
      const transitions = await tenant().transitions(leadId);
      await tenant().world.advance(10 * day);
      const progress = tenant().world.now();
      expect((await tenant().act(owner, leadId, "qualify", { checklist: { incomeVerified: true } })).status).toBe(200);
      await tenant().world.advance(3 * day);
      await tenant().act(owner, leadId, "contact", noAnswer);
      expect(await tenant().transitions(leadId)).toBe(transitions);
      const [before, after] = await around(leadId, progress + 14 * day);
      expect(before).toBe(owner);
      expect(after).not.toBe(owner);
      expect(await tenant().history(leadId)).toContain("lead.reclaimed");
    });

    it.each([
      ["hot", 30],
      ["warm", 45],
      ["cold", 60],
    ] as const)("a %s lead after %i days, whatever was logged", async (temperature, days) => {
      const { leadId, owner } = await accepted(tenant(), temperature);
      const { assignedAt = 0 } = await tenant().state(leadId);
      await tenant().act(owner, leadId, "contact", reached);
      for (let passed = 10; passed < days; passed += 10) {
        await passTo(assignedAt + passed * day);
        await tenant().act(owner, leadId, "contact", reached);
      }
      const [before, after] = await around(leadId, assignedAt + days * day);
      expect(before).toBe(owner);
      expect(after).not.toBe(owner);
    });
  });
}
