import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type LocalTenant, minute } from "../../support/world/local-tenant.ts";
import { holder, offeredByPhone, phoneOf, staff } from "./staff.ts";

/** Accepting and declining by text message (G1). */
export function smsScenarios(tenant: () => LocalTenant): void {
  const offered = () => offeredByPhone(tenant());

  describe("replies by SMS", () => {
    // Nobody has an offer open.
    beforeEach(() => tenant().world.advance(20 * minute));
    afterEach(async () => expect(await tenant().violations()).toEqual([]));

    const sms = (agentId: string, text: string) => tenant().world.sms(phoneOf[agentId] ?? "", text);
    const lastTo = async (agentId: string) =>
      (await tenant().world.outbox()).filter(({ to }) => to === phoneOf[agentId]).at(-1);
    const codeOf = async (leadId: string, agentId: string) =>
      /1 ([A-Z0-9]{4})\b/.exec(
        (await tenant().world.outbox()).find((item) => item.leadId === leadId && item.agentId === agentId)?.text ?? "",
      )?.[1] ?? "";

    it("JA accepts, and answers with the contact data; 2 declines, and the next is asked", async () => {
      const first = await offered();
      await sms(first.agentId, "JA");
      expect(await tenant().state(first.leadId)).toMatchObject({ status: "accepted", ownerId: first.agentId });
      expect(await lastTo(first.agentId)).toMatchObject({
        kind: "accepted",
        text: expect.stringContaining(first.phone),
      });
      const other = await offered();
      await sms(other.agentId, "2");
      expect(await holder(tenant(), other.leadId)).not.toBe(other.agentId);
      expect(await tenant().history(other.leadId)).toContain("lead.declined");
    });

    it("with several offers open a reply needs the code; with it the right one is accepted", async () => {
      const leads: Awaited<ReturnType<typeof offered>>[] = [];
      for (let n = 0; n < 2 * staff.length; n += 1) leads.push(await offered());
      const mine = leads.filter(({ agentId }) => agentId === leads[0]?.agentId);
      const [one, other] = mine;
      if (!one || !other) throw new Error("nobody was offered two leads");
      await sms(one.agentId, "ja");
      expect(await lastTo(one.agentId)).toMatchObject({ text: expect.stringMatching(/Several leads are open/) });
      expect(await tenant().state(one.leadId)).toMatchObject({ status: "offered" });
      await sms(one.agentId, `ja ${(await codeOf(other.leadId, one.agentId)).toLowerCase()}`);
      expect(await tenant().state(other.leadId)).toMatchObject({ status: "accepted", ownerId: one.agentId });
      expect(await tenant().state(one.leadId)).toMatchObject({ status: "offered" });
      await sms(one.agentId, "1 ZZZZ");
      expect(await lastTo(one.agentId)).toMatchObject({ text: expect.stringMatching(/No lead is open for that code/) });
    });

    it("a reply that comes too late, or from nobody's phone, changes nothing", async () => {
      const { leadId, agentId } = await offered();
      const code = await codeOf(leadId, agentId);
      await tenant().world.advance(6 * minute);
      const { version } = await tenant().state(leadId);
      await sms(agentId, `1 ${code}`);
      await tenant().world.sms("+491713920099", "1");
      expect((await tenant().state(leadId)).version).toBe(version);
      expect(await lastTo(agentId)).toMatchObject({ kind: "reply", text: expect.stringMatching(/Too late/) });
    });
  });
}
