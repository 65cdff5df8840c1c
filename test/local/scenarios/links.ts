import { afterEach, describe, expect, it } from "vitest";
import { type LocalTenant, second } from "../../support/world/local-tenant.ts";
import type { Answered } from "../../support/world/world.ts";
import { holder, offeredByPhone, phoneOf, staff } from "./staff.ts";

const formType = { "content-type": "application/x-www-form-urlencoded" };

/** Submits the page's own form with this action, as a browser without scripts does. */
async function tap(tenant: LocalTenant, link: string, fields: Readonly<Record<string, string>>): Promise<Answered> {
  const page = String((await tenant.world.ask("GET", link)).body);
  expect(page).not.toMatch(/<script/i);
  expect(page).toMatch(new RegExp(`<form method="post"[^>]*>[\\s\\S]*name="action" value="${fields.action}"`));
  const body = new URLSearchParams(fields).toString();
  const answer = await tenant.world.ask("POST", link, { body, headers: formType });
  await tenant.world.settle();
  return answer;
}

/** What agents do on the phone: the page behind the link (D1, D5). */
export function linkScenarios(tenant: () => LocalTenant): void {
  const open = (link: string) => tenant().world.ask("GET", link);
  const offered = () => offeredByPhone(tenant());

  describe("link pages", () => {
    afterEach(async () => expect(await tenant().violations()).toEqual([]));

    it("looking at it twenty times changes nothing", async () => {
      const { leadId, link } = await offered();
      const { version } = await tenant().state(leadId);
      const { writeUnits } = (await tenant().world.totalCost()).dynamodb;
      const pages = await Promise.all(Array.from({ length: 20 }, () => open(link)));
      await tenant().world.settle();
      expect(pages.map(({ status }) => status)).toEqual(Array(20).fill(200));
      expect(pages[0]?.headers).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
      // Nothing of the person but what helps to decide.
      expect(String(pages[0]?.body)).not.toMatch(/23125012|person\d+@/);
      expect((await tenant().state(leadId)).version).toBe(version);
      expect((await tenant().world.totalCost()).dynamodb.writeUnits).toBe(writeUnits);
    });

    it("works without scripts from accepting to winning: each form leads on with 303", async () => {
      const { leadId, agentId, link } = await offered();
      const taps = [
        { action: "accept" },
        { action: "contact", channel: "call", outcome: "reached" },
        { action: "qualify" },
        { action: "convert", amount: "450.000,50", currency: "EUR" },
      ];
      for (const fields of taps) {
        const answer = await tap(tenant(), link, fields);
        expect(answer.status).toBe(303);
        expect((await open(new URL(answer.headers.location ?? "", link).href)).status).toBe(200);
      }
      expect(await tenant().state(leadId)).toMatchObject({
        status: "converted",
        ownerId: agentId,
        value: { amount: 450_000.5, currency: "EUR" },
      });
    });

    it("says that the offer has ended, is somebody else's, was declined, or was never there", async () => {
      const first = await offered();
      const { offer } = await tenant().state(first.leadId);
      await tenant().world.advance((offer?.expiresAt ?? 0) + 2 * second - tenant().world.now());
      const expired = await open(first.link);
      expect(expired).toMatchObject({ status: 410, body: expect.stringContaining("This offer has ended") });
      const late = await tenant().world.ask("POST", first.link, { body: "action=accept", headers: formType });
      expect(late).toMatchObject({ status: 410, body: expect.stringContaining("<h1>") });
      const next = await holder(tenant(), first.leadId);
      await tenant().act(next, first.leadId, "accept");
      expect(await open(first.link)).toMatchObject({
        status: 410,
        body: expect.stringContaining("no longer with you"),
      });

      const other = await offered();
      expect((await tap(tenant(), other.link, { action: "decline", reason: "noTime" })).status).toBe(303);
      expect(await open(other.link)).toMatchObject({ status: 410, body: expect.stringContaining("Declined") });
      const unknown = `${tenant().world.product.url}/o/${"A".repeat(22)}`;
      expect(await open(unknown)).toMatchObject({ status: 404, body: expect.stringContaining("<h1>") });
      expect(await tenant().world.ask("POST", unknown, { body: "action=accept", headers: formType })).toMatchObject({
        status: 404,
      });
    });

    it("opens nothing for an agent who was deactivated", async () => {
      const { leadId, agentId, link } = await offered();
      await tenant().act(agentId, leadId, "accept");
      expect((await open(link)).status).toBe(200);
      const before = { capacity: 1000, phone: phoneOf[agentId], channels: ["sms"] };
      await tenant().agent(agentId, { ...before, status: "inactive" });
      expect((await open(link)).status).toBe(404);
      expect((await tenant().ask(agentId, "GET", `/v1/leads/${leadId}`)).status).toBe(403);
      await tenant().agent(agentId, { ...before, order: [...staff, agentId].indexOf(agentId) });
      await tenant().world.settle();
    });
  });
}
