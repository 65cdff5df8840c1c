import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { day, type LocalTenant, reached, won } from "../../support/world/local-tenant.ts";
import type { Answered } from "../../support/world/world.ts";
import { patientSla, roomy } from "./scenario-pool.ts";

const erika = { firstName: "Erika", lastName: "Mustermann", email: "erika@example.com", phone: "+493023125011" };

const listed = z.looseObject({ items: z.array(z.looseObject({ leadId: z.string() })) });

/** Scenarios 13 and 18: a person who comes again, and a post that comes again. */
export function knownPeopleScenarios(tenant: () => LocalTenant): void {
  describe("who is known already", () => {
    afterEach(async () => expect(await tenant().violations()).toEqual([]));

    const drawn = async () => {
      const { epoch, n } = (await tenant().world.ports.rotation.sequence("all")) ?? {};
      return { epoch, n };
    };

    it("13: inside the window a duplicate of which the owner is told, outside it an offer to the owner", async () => {
      for (const [order, agentId] of ["anna", "ben", "cem"].entries())
        await tenant().agent(agentId, { order, ...roomy });
      await tenant().plan({ sla: patientSla });
      const first = await tenant().lead(erika);
      expect(first.offer?.agentId).toBe("anna");
      await tenant().act("anna", first.leadId, "accept");
      const before = await drawn();

      const again = await tenant().post({ email: erika.email, phone: undefined, interest: "seller" });
      await tenant().world.settle();
      expect(again).toMatchObject({ status: 200, body: { verdict: "duplicate", status: "duplicate" } });
      const { leadId } = z.looseObject({ leadId: z.string() }).parse(again.body);
      expect(await tenant().state(leadId)).toMatchObject({ duplicateOf: first.leadId });
      const told = (await tenant().world.outbox()).filter(({ kind }) => kind === "enquiredAgain");
      expect(told).toMatchObject([{ agentId: "anna", leadId: first.leadId }]);
      expect(await drawn()).toEqual(before);

      await tenant().act("anna", first.leadId, "contact", reached);
      await tenant().act("anna", first.leadId, "convert", won);
      await tenant().world.advance(91 * day);
      const later = await tenant().lead({ phone: erika.phone, email: undefined });
      expect(later).toMatchObject({ verdict: "accepted", status: "offered", offer: { agentId: "anna" } });
      expect(await drawn()).toEqual(before);
      // The rotation goes on where it was: with the second.
      expect(await tenant().offered(1)).toEqual(["ben"]);
    });

    it("stay with whoever owns an open lead of theirs, however many others are still offered", async () => {
      for (const [order, agentId] of ["anna", "ben", "cem"].entries())
        await tenant().agent(agentId, { order, ...roomy });
      await tenant().plan({ sla: patientSla, duplicates: { window: "PT0S" } });
      const ute = { firstName: "Ute", email: "ute@example.com", phone: "+493023125012" };
      const first = await tenant().lead(ute);
      const owner = first.offer?.agentId ?? "";
      await tenant().act(owner, first.leadId, "accept");
      await tenant().act(owner, first.leadId, "contact", reached);
      await tenant().world.advance(660_000);
      const second = await tenant().lead(ute);
      expect(second).toMatchObject({ offer: { agentId: owner }, decision: { ruleId: "continuity" } });
      await tenant().plan({ sla: patientSla, duplicates: { window: "PT10M" } });
      await tenant().world.advance(1000);
      const third = await tenant().lead(ute);
      expect(third.offer?.agentId).toBe(owner);
      await tenant().act(owner, third.leadId, "decline", { reason: "the same" });
      await tenant().world.advance(1000);
      const again = await tenant().post(ute);
      expect(again.body).toMatchObject({ verdict: "duplicate", ownerId: owner });
      await tenant().world.settle();
    });

    it.each([
      { name: "one Idempotency-Key", body: {}, headers: { "idempotency-key": "scenario-18" } },
      { name: "one externalId", body: { externalId: "portal-18" }, headers: {} },
    ])(
      "18: of forty posts at once with $name one becomes a lead; all are answered alike",
      async ({ body, headers }) => {
        const since = new Date(tenant().world.now()).toISOString();
        const person = { ...body, firstName: "Max", lastName: "Muster", email: `max-${Object.keys(body)}@example.com` };
        const answers = await Promise.all(Array.from({ length: 40 }, () => tenant().post(person, headers)));
        const taken = answers.filter(({ status }) => status < 300);
        expect(taken.length).toBeGreaterThan(0);
        expect(taken.filter(({ status }) => status === 201)).toHaveLength(1);
        expect(new Set(taken.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
        for (const refused of answers.filter(({ status }) => status >= 300)) expectBusy(refused);
        await tenant().world.settle();
        const list = await tenant().ask("root", "GET", `/v1/leads?from=${since}`);
        expect(listed.parse(list.body).items).toHaveLength(1);
      },
    );
  });
}

function expectBusy({ status, headers, body }: Answered): void {
  expect(status, JSON.stringify(body)).toBe(409);
  expect(Number(headers["retry-after"])).toBeGreaterThan(0);
}
